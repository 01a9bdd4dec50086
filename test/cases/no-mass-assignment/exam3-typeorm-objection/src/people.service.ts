import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Person } from './person.entity';

@Injectable()
export class PeopleService {
  constructor(@InjectRepository(Person) private readonly people: Repository<Person>) {}

  replace(id: number, data: Record<string, unknown>) {
    return this.people.save({ ...data, id });
  }

  rename(id: number, data: Record<string, unknown>) {
    return this.people.update({ id }, { name: String(data.name) });
  }
}
