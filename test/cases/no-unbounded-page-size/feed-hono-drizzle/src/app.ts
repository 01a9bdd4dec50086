// @complete: no-unbounded-page-size
import { Hono } from 'hono';
import { zValidator } from '@hono/zod-validator';
import { z } from 'zod';
import * as v from 'valibot';

import { db, posts, sql } from './db.js';

const app = new Hono();

const listQuery = z.object({
  // bad: no-unbounded-page-size
  // fix: no-unbounded-page-size
  limit: z.coerce.number().int().default(20),
  offset: z.coerce.number().int().nonnegative().default(0),
});

app.get('/posts', zValidator('query', listQuery), async (c) => {
  const { limit, offset } = c.req.valid('query');
  return c.json(await db.select().from(posts).limit(limit).offset(offset));
});

app.get('/archive', zValidator('query', z.object({ limit: z.coerce.number().max(50).default(20) })), async (c) => {
  // ok: no-unbounded-page-size
  return c.json(await db.select().from(posts).limit(c.req.valid('query').limit));
});

app.get('/top', async (c) => {
  const n = Number(c.req.query('n') ?? '10');
  // bad: no-unbounded-page-size
  return c.json(await db.select().from(posts).limit(n));
});

app.get('/raw', async (c) => {
  const limit = Number(c.req.query('limit') ?? '10');
  // bad: no-unbounded-page-size
  return c.json(await sql`select id, title from posts order by id limit ${limit}`);
});

app.get('/raw-capped', async (c) => {
  const limit = Math.max(1, Math.min(Number(c.req.query('limit') ?? '10'), 100));
  // ok: no-unbounded-page-size
  return c.json(await sql`select id, title from posts order by id limit ${limit}`);
});

const Feed = v.object({
  cursor: v.optional(v.string()),
  // bad: no-unbounded-page-size
  // fix: no-unbounded-page-size
  pageSize: v.optional(v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(1)), '20'),
});

const BoundedFeed = v.object({
  cursor: v.optional(v.string()),
  // ok: no-unbounded-page-size
  pageSize: v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(1), v.maxValue(100)),
});

app.get('/feed', async (c) => {
  const { pageSize } = v.parse(Feed, c.req.query());
  return c.json(await db.select().from(posts).limit(pageSize));
});

app.get('/feed/bounded', async (c) => {
  const { pageSize } = v.parse(BoundedFeed, c.req.query());
  // ok: no-unbounded-page-size
  return c.json(await db.select().from(posts).limit(pageSize));
});

export default app;
