// @complete: no-unbounded-page-size
import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { Song } from './song.entity';

@Injectable()
export class SongsService {
  constructor(private readonly em: EntityManager) {}

  list(limit: number) {
    // ok: no-unbounded-page-size -- said where the field stands
    return this.em.find(Song, {}, { limit, orderBy: { id: 'asc' } });
  }

  clamped(limit: number) {
    // ok: no-unbounded-page-size -- clamped here
    return this.em.find(Song, {}, { limit: Math.min(limit, 100), orderBy: { id: 'asc' } });
  }
}
