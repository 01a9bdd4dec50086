// @complete: prefer-cursor-pagination
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { LessThan, Repository } from 'typeorm';
import { Entry } from './entry.entity';
import { ListQuery } from './list.dto';

@Injectable()
export class EntriesService {
  constructor(@InjectRepository(Entry) private readonly entries: Repository<Entry>) {}

  list(page: number, limit: number) {
    return this.entries.findAndCount({
      order: { createdAt: 'DESC' },
      // bad-cross: prefer-cursor-pagination
      skip: (page - 1) * limit,
      take: limit,
    });
  }

  search(query: ListQuery) {
    // bad-cross: prefer-cursor-pagination
    return this.entries
      .createQueryBuilder('entry')
      .orderBy('entry.createdAt', 'DESC')
      .skip((query.page - 1) * query.limit)
      .take(query.limit)
      .getMany();
  }

  feed(after?: string) {
    // ok: prefer-cursor-pagination
    return this.entries.find({ where: after ? { id: LessThan(after) } : {}, order: { id: 'DESC' }, take: 50 });
  }
}
