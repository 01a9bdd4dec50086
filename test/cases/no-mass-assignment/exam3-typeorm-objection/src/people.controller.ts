// @complete: no-mass-assignment
import { Body, Controller, Param, ParseIntPipe, Patch, Post, Put } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsString } from 'class-validator';
import { DataSource, Repository } from 'typeorm';
import { Person } from './person.entity';
import { PeopleService } from './people.service';

class CreatePerson {
  @IsString()
  name: string;
}

@Controller('people')
export class PeopleController {
  constructor(
    @InjectRepository(Person) private readonly people: Repository<Person>,
    private readonly service: PeopleService,
    private readonly source: DataSource,
  ) {}

  @Post()
  create(@Body() body: any) {
    // bad: no-mass-assignment
    return this.people.save(body);
  }

  @Put(':id')
  update(@Param('id', ParseIntPipe) id: number, @Body() body: Partial<Person>) {
    // bad: no-mass-assignment
    return this.people.update(id, body);
  }

  @Patch(':id')
  async patch(@Param('id', ParseIntPipe) id: number, @Body() body: Record<string, unknown>) {
    const person = await this.people.findOneByOrFail({ id });
    // bad: no-mass-assignment
    this.people.merge(person, body);
    // bad: no-mass-assignment
    await this.source.createQueryBuilder().update(Person).set({ ...body }).where('id = :id', { id }).execute();
    // bad-cross: no-mass-assignment
    await this.service.replace(id, body);
    // ok-cross: no-mass-assignment -- one field of it
    await this.service.rename(id, body);
    return person;
  }

  @Post('typed')
  typed(@Body() body: CreatePerson) {
    // ok: no-mass-assignment -- whitelist of the global pipe
    return this.people.save(body);
  }

  @Post('named')
  named(@Body() body: any) {
    // ok: no-mass-assignment
    return this.people.insert({ name: body.name, role: 'member' });
  }
}
