// @complete: no-sql-concat
import { Hono } from 'hono';

type Bindings = { DB: D1Database };

const app = new Hono<{ Bindings: Bindings }>();

app.get('/notes', async (c) => {
  const tag = c.req.query('tag');
  // bad: no-sql-concat
  // fix: no-sql-concat
  const { results } = await c.env.DB.prepare(`SELECT id, title FROM notes WHERE tag = '${tag}' LIMIT 50`).all();
  return c.json(results);
});

app.get('/notes/:id', async (c) => {
  // ok: no-sql-concat
  const note = await c.env.DB.prepare('SELECT id, title FROM notes WHERE id = ?1').bind(c.req.param('id')).first();
  return note ? c.json(note) : c.notFound();
});

app.get('/notes/by/author', async (c) => {
  const db = c.env.DB;
  let where = 'archived = 0';
  const author = c.req.query('author');
  if (author) where += ` AND author = '${author}'`;
  // bad: no-sql-concat -- a condition that is appended
  const { results } = await db.prepare(`SELECT id FROM notes WHERE ${where} LIMIT 50`).all();
  return c.json(results);
});

app.get('/notes/by/ids', async (c) => {
  const ids = (c.req.query('ids') ?? '').split(',');
  // ok: no-sql-concat
  const { results } = await c.env.DB.prepare(`SELECT id FROM notes WHERE id IN (${ids.map(() => '?').join(',')})`)
    .bind(...ids)
    .all();
  return c.json(results);
});

app.post('/import', async (c) => {
  const rows = await c.req.json<{ title: string }[]>();
  await c.env.DB.batch(
    // ok: no-sql-concat
    rows.map((row) => c.env.DB.prepare('INSERT INTO notes (title) VALUES (?)').bind(row.title)),
  );
  // bad: no-sql-concat
  await c.env.DB.exec(`INSERT INTO imports (count, first) VALUES (${rows.length}, '${rows[0]?.title}')`);
  return c.body(null, 204);
});

export default app;
