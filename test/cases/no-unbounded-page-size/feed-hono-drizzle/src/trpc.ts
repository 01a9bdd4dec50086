import { initTRPC } from '@trpc/server';
import { z } from 'zod';

import { recentPosts } from './posts.js';

const t = initTRPC.create();

export const router = t.router({
  recent: t.procedure
    .input(
      z.object({
        cursor: z.number().optional(),
        // bad: no-unbounded-page-size
        // fix: no-unbounded-page-size
        limit: z.number().int().min(1).default(20),
      }),
    )
    .query(({ input }) => recentPosts(input)),
  best: t.procedure
    .input(
      z.object({
        cursor: z.number().optional(),
        // ok: no-unbounded-page-size
        limit: z.number().int().min(1).max(50).default(20),
      }),
    )
    .query(({ input }) => recentPosts(input)),
  setQuota: t.procedure
    .input(
      z.object({
        userId: z.string(),
        // ok: no-unbounded-page-size
        limit: z.number().int(),
      }),
    )
    .mutation(({ input }) => ({ ok: input.limit })),
});
