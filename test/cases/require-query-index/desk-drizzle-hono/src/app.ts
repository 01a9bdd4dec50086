// @complete: require-query-index
import { and, desc, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Hono } from 'hono';
import { tickets } from './schema.js';

const db = drizzle(process.env.DATABASE_URL!);
export const app = new Hono();

app.get('/reporter/:name', async (c) => {
  // bad-cross: require-query-index
  return c.json(await db.select().from(tickets).where(eq(tickets.reporter, c.req.param('name'))).limit(50));
});

app.get('/queue/:name', async (c) => {
  const where = and(eq(tickets.queue, c.req.param('name')), eq(tickets.state, 'open'));
  // ok-cross: require-query-index
  return c.json(await db.select().from(tickets).where(where).orderBy(desc(tickets.createdAt)).limit(50));
});

app.get('/newest', async (c) => {
  // bad-cross: require-query-index
  return c.json(await db.select().from(tickets).orderBy(desc(tickets.createdAt)).limit(50));
});

app.get('/:id', async (c) => {
  // ok-cross: require-query-index
  return c.json(await db.select().from(tickets).where(eq(tickets.id, Number(c.req.param('id')))));
});
