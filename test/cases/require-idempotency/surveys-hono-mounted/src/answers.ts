// @complete: require-idempotency -- mounted behind the middleware of index.ts
import { Hono } from 'hono';
import { db } from './db.js';

export const answers = new Hono();

// ok-cross: require-idempotency
answers.post('/:survey', async (c) => {
  const { text } = await c.req.json<{ text: string }>();
  await db.insertInto('answers').values({ id: crypto.randomUUID(), survey: c.req.param('survey'), text }).execute();
  return c.body(null, 201);
});
