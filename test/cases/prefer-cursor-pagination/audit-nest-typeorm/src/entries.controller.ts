import { Controller, Get, Query } from '@nestjs/common';
import { EntriesService } from './entries.service';
import { FeedQuery, ListQuery } from './list.dto';

@Controller('entries')
export class EntriesController {
  constructor(private readonly entries: EntriesService) {}

  @Get()
  list(@Query() query: ListQuery) {
    return this.entries.list(query.page, query.limit);
  }

  @Get('search')
  search(@Query() query: ListQuery) {
    return this.entries.search(query);
  }

  @Get('feed')
  feed(@Query() query: FeedQuery) {
    return this.entries.feed(query.after);
  }
}
