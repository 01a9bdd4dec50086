// @complete: no-unpaginated-query
import { Hono } from 'hono';

const app = new Hono<{ Bindings: { DB: D1Database } }>();

app.get('/notes', async (c) => {
  // bad: no-unpaginated-query
  const { results } = await c.env.DB.prepare('SELECT id, title FROM notes ORDER BY created_at DESC').all();
  return c.json(results);
});

app.get('/notes/pinned', async (c) => {
  // bad: no-unpaginated-query
  const { results } = await c.env.DB.prepare('SELECT id, title FROM notes WHERE kind = ?').bind(c.req.query('kind')).all();
  return c.json(results);
});

app.get('/notes/page', async (c) => {
  const page = Number(c.req.query('page') ?? '0');
  // ok: no-unpaginated-query
  const { results } = await c.env.DB.prepare('SELECT id, title FROM notes ORDER BY id LIMIT 20 OFFSET ?').bind(page * 20).all();
  return c.json(results);
});

app.get('/notes/:id', async (c) => {
  // ok: no-unpaginated-query
  const note = await c.env.DB.prepare('SELECT id, title FROM notes WHERE id = ?').bind(c.req.param('id')).first();
  return c.json(note);
});

app.get('/count', async (c) => {
  // ok: no-unpaginated-query
  const n = await c.env.DB.prepare('SELECT COUNT(*) AS n FROM notes').first<number>('n');
  return c.json({ n });
});

export default app;
