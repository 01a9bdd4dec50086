// @complete: require-graceful-shutdown
import { Hono } from 'hono';
import { pool } from './db.js';

export const app = new Hono();

app.get('/search', async (c) => {
  const { rows } = await pool.query('SELECT id FROM documents WHERE title = $1 LIMIT 20', [c.req.query('q')]);
  return c.json(rows);
});
