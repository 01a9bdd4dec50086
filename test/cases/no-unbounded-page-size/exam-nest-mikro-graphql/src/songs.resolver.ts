// @complete: no-unbounded-page-size
import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { EntityManager } from '@mikro-orm/postgresql';
import { Song } from './song.entity';

@Resolver(() => Song)
export class SongsResolver {
  constructor(private readonly em: EntityManager) {}

  @Query(() => [Song])
  songs(@Args('first', { type: () => Int }) first: number) {
    // bad: no-unbounded-page-size -- a GraphQL argument comes from the request too
    return this.em.find(Song, {}, { limit: first });
  }

  @Query(() => [Song])
  some(@Args('first', { type: () => Int }) first: number) {
    if (first > 50) throw new Error('at most 50');
    // ok: no-unbounded-page-size -- refused above the bound
    return this.em.find(Song, {}, { limit: first });
  }
}
