// @complete: no-unbounded-page-size
import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import { db, posts } from './db.js';
import { pageInput } from './paging.js';

const t = initTRPC.create();

export const appRouter = t.router({
  posts: t.procedure
    .input(
      z.object({
        // bad: no-unbounded-page-size -- .max() is missing
        // fix: no-unbounded-page-size
        limit: z.number().int().positive().default(20),
      }),
    )
    .query(({ input }) => db.select().from(posts).limit(input.limit)),

  safe: t.procedure
    .input(pageInput)
    // ok-cross: no-unbounded-page-size -- .max() in the shared schema
    .query(({ input }) => db.select().from(posts).limit(input.limit)),

  small: t.procedure
    .input(z.object({ limit: z.number().int().lte(50) }))
    // ok: no-unbounded-page-size -- lte is a maximum
    .query(({ input }) => db.select().from(posts).limit(input.limit)),
});
