// @complete: no-unbounded-page-size
import { Controller, DefaultValuePipe, Get, ParseIntPipe, Query } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { OpenPageDto, PageDto } from './page.dto';
import { Song } from './song.entity';
import { SongsService } from './songs.service';

@Controller('songs')
export class SongsController {
  constructor(
    private readonly songs: SongsService,
    private readonly em: EntityManager,
  ) {}

  @Get()
  all(@Query() query: OpenPageDto) {
    return this.songs.list(query.limit);
  }

  @Get('safe')
  safe(@Query() query: PageDto) {
    // ok-cross: no-unbounded-page-size -- the DTO has @Max
    return this.songs.list(query.limit);
  }

  @Get('plain')
  plain(@Query('limit', new DefaultValuePipe(20), ParseIntPipe) limit: number) {
    // bad: no-unbounded-page-size
    // fix: no-unbounded-page-size
    return this.em.find(Song, {}, { limit });
  }

  @Get('clamped')
  clamped(@Query('limit', ParseIntPipe) limit: number) {
    // ok-cross: no-unbounded-page-size -- the service clamps
    return this.songs.clamped(limit);
  }
}
