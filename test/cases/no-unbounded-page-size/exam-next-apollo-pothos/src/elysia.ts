// @complete: no-unbounded-page-size
import { Elysia, t } from 'elysia';
import { prisma } from '../lib/prisma';

export const app = new Elysia()
  .get('/a', ({ query }) => prisma.post.findMany({ take: query.limit }), {
    query: t.Object({
      // bad: no-unbounded-page-size
      limit: t.Numeric({ minimum: 1 }),
    }),
  })
  // ok: no-unbounded-page-size
  .get('/b', ({ query }) => prisma.post.findMany({ take: query.limit }), { query: t.Object({ limit: t.Numeric({ maximum: 100 }) }) });
