// @complete: prefer-cursor-pagination
import { Controller, Get, Query } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { Entry } from './entry.entity';
import { PageDto } from './page.dto';

@Controller('entries')
export class EntriesController {
  constructor(private readonly em: EntityManager) {}

  @Get()
  list(@Query() { page, size }: PageDto) {
    // bad: prefer-cursor-pagination
    return this.em.find(Entry, {}, { limit: size, offset: (page - 1) * size });
  }

  @Get('after')
  after(@Query('after') after: number) {
    // ok: prefer-cursor-pagination
    return this.em.find(Entry, { id: { $gt: after } }, { limit: 20, orderBy: { id: 'asc' } });
  }

  @Get('cursor')
  cursor(@Query('after') after: string) {
    // ok: prefer-cursor-pagination -- MikroORM's own cursors
    return this.em.findByCursor(Entry, {}, { first: 20, after, orderBy: { id: 'asc' } });
  }
}
