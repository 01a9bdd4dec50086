import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Like, Repository } from 'typeorm';

import { ListPatientsDto } from './list-patients.dto';
import { Patient } from './patient.entity';

@Injectable()
export class PatientsService {
  constructor(@InjectRepository(Patient) private readonly patients: Repository<Patient>) {}

  list(query: ListPatientsDto) {
    return this.patients.find({ take: query.limit, skip: (query.page - 1) * query.limit });
  }

  doctors(limit: number, offset: number) {
    // ok-cross: no-unbounded-page-size
    return this.patients.find({ take: limit, skip: offset });
  }

  recent(limit: number) {
    // bad-cross: no-unbounded-page-size
    return this.patients.createQueryBuilder('p').orderBy('p.id', 'DESC').take(limit).getMany();
  }

  search(q: string, limit: number) {
    const capped = limit > 50 ? 50 : limit;
    // ok: no-unbounded-page-size
    return this.patients.find({ where: { name: Like(`%${q}%`) }, take: capped });
  }

  export(batchSize: number) {
    // ok: no-unbounded-page-size
    return this.patients.find({ take: batchSize });
  }
}
