import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Repository } from 'typeorm';
import { Author } from './author.entity';

@Injectable()
export class AuthorsService {
  constructor(@InjectRepository(Author) private readonly authors: Repository<Author>) {}

  findOne(id: number) {
    return this.authors.findOneBy({ id });
  }

  findMany(ids: number[]) {
    return this.authors.findBy({ id: In(ids) });
  }
}
