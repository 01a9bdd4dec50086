// @complete: require-idempotency -- mounted beside it
import { Hono } from 'hono';
import { db } from './db.js';

export const drafts = new Hono();

// bad-cross: require-idempotency
drafts.post('/:survey', async (c) => {
  const { text } = await c.req.json<{ text: string }>();
  await db.insertInto('answers').values({ id: crypto.randomUUID(), survey: c.req.param('survey'), text }).execute();
  return c.body(null, 201);
});

// ok-cross: require-idempotency -- the client chooses the id, and a conflict updates
drafts.put('/:survey/:id', async (c) => {
  const { survey, id } = c.req.param();
  const { text } = await c.req.json<{ text: string }>();
  await db
    .insertInto('answers')
    .values({ id, survey, text })
    .onConflict((oc) => oc.column('id').doUpdateSet({ text }))
    .execute();
  return c.body(null, 204);
});
