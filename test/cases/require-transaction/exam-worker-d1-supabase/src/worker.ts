// @complete: require-transaction
import { Hono } from 'hono';

const app = new Hono<{ Bindings: { DB: D1Database } }>();

// bad: require-transaction -- batch() would make one transaction of them
app.post('/lists', async (c) => {
  const { title, items } = await c.req.json();
  const id = crypto.randomUUID();
  await c.env.DB.prepare('INSERT INTO lists (id, title) VALUES (?, ?)').bind(id, title).run();
  await c.env.DB.prepare('INSERT INTO items (list_id, text) VALUES (?, ?)').bind(id, items[0]).run();
  return c.json({ id });
});

// ok: require-transaction
app.post('/lists/batch', async (c) => {
  const { title, items } = await c.req.json();
  const id = crypto.randomUUID();
  await c.env.DB.batch([
    c.env.DB.prepare('INSERT INTO lists (id, title) VALUES (?, ?)').bind(id, title),
    c.env.DB.prepare('INSERT INTO items (list_id, text) VALUES (?, ?)').bind(id, items[0]),
  ]);
  return c.json({ id });
});

export default app;
