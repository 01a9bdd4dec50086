// @complete: no-unbounded-write
import { Hono } from 'hono';
import { sql } from 'kysely';
import { kysely, pool } from './db.js';

export const stock = new Hono();
const CLEAR = 'DELETE FROM reservations';

stock.delete('/reservations', async (c) => {
  // bad: no-unbounded-write
  await pool.query(CLEAR);
  return c.body(null, 204);
});

stock.delete('/reservations/:id', async (c) => {
  // ok: no-unbounded-write
  await pool.query('DELETE FROM reservations WHERE id = $1', [c.req.param('id')]);
  return c.body(null, 204);
});

stock.post('/reset', async (c) => {
  const { stock: amount } = await c.req.json();
  // bad: no-unbounded-write
  await pool.query('UPDATE products SET stock = $1, updated_at = now()', [amount]);
  // ok: no-unbounded-write
  await pool.query('UPDATE products p SET stock = r.stock FROM received r WHERE r.product_id = p.id');
  return c.body(null, 204);
});

stock.post('/close', async (c) => {
  const where = c.req.query('before') ? 'WHERE day < now()' : 'WHERE day < now() - interval 1 day';
  // ok: no-unbounded-write
  await pool.query(`DELETE FROM days ${where}`);
  // ok: no-unbounded-write
  await pool.query('INSERT INTO days (day) VALUES (now()) ON CONFLICT (day) DO UPDATE SET seen = true');
  return c.body(null, 204);
});

stock.post('/kysely', async (c) => {
  // bad: no-unbounded-write
  await kysely.deleteFrom('reservations').execute();
  // bad: no-unbounded-write
  await kysely.updateTable('products').set({ stock: 0 }).executeTakeFirst();
  // ok: no-unbounded-write
  await kysely.updateTable('products').set({ stock: 0 }).where('id', '=', 1).execute();
  // ok: no-unbounded-write
  await kysely.deleteFrom('reservations').where(sql<boolean>`expires_at < now()`).execute();
  // bad: no-unbounded-write
  await sql`DELETE FROM reservations`.execute(kysely);
  return c.body(null, 204);
});
