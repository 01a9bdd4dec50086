// @complete: no-unbounded-page-size
import Fastify from 'fastify';
import { db, pool, posts } from './db.js';
import { clampLimit, toLimit } from './paging.js';

export const app = Fastify();

app.get<{ Querystring: { limit: number } }>(
  '/posts',
  {
    schema: {
      querystring: {
        type: 'object',
        properties: {
          // bad: no-unbounded-page-size -- maximum is missing
          // fix: no-unbounded-page-size
          limit: { type: 'integer', minimum: 1, default: 20 },
        },
      },
    },
  },
  async (request) => db.select().from(posts).limit(request.query.limit),
);

app.get<{ Querystring: { limit: number } }>(
  '/posts/safe',
  { schema: { querystring: { type: 'object', properties: { limit: { type: 'integer', minimum: 1, maximum: 100, default: 20 } } } } },
  // ok: no-unbounded-page-size
  async (request) => db.select().from(posts).limit(request.query.limit),
);

app.get<{ Querystring: { limit?: string } }>('/posts/raw', async (request) => {
  // bad-cross: no-unbounded-page-size -- toLimit has no upper bound
  const { rows } = await pool.query('SELECT id, title FROM posts ORDER BY id LIMIT $1', [toLimit(request.query.limit)]);
  return rows;
});

app.get<{ Querystring: { limit?: string } }>('/posts/raw/safe', async (request) => {
  // ok-cross: no-unbounded-page-size -- clampLimit has
  const { rows } = await pool.query('SELECT id, title FROM posts ORDER BY id LIMIT $1', [clampLimit(request.query.limit)]);
  return rows;
});
