// @complete: no-query-in-loop
import { AlbumStore, titlesOf } from './albums.js';
import { knex } from './db.js';

const store = new AlbumStore();

export const resolvers = {
  Query: {
    albums: async (_parent: unknown, args: { ids: number[] }) => {
      const albums = await knex('albums').whereIn('id', args.ids).limit(50);
      // bad-cross: no-query-in-loop
      return Promise.all(albums.map(async (album) => ({ ...album, artist: await store.artist(album.artist_id) })));
    },
    plays: async (_parent: unknown, args: { ids: number[] }) => {
      // ok-cross: no-query-in-loop
      const rows = await store.plays(args.ids);
      return rows.map((row) => row.count);
    },
    // ok-cross: no-query-in-loop -- one call, whatever happens within
    titles: (_parent: unknown, args: { ids: number[] }) => titlesOf(args.ids),
  },
};
