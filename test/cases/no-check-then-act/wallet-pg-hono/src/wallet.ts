// @complete: no-check-then-act
import { Hono } from 'hono';
import { pool } from './db.js';

export const wallet = new Hono();

wallet.post('/accounts/:id/deposit', async (c) => {
  const { amount } = await c.req.json();
  const { rows } = await pool.query('SELECT balance FROM accounts WHERE id = $1', [c.req.param('id')]);
  // bad: no-check-then-act
  await pool.query('UPDATE accounts SET balance = $1 WHERE id = $2', [rows[0].balance + amount, c.req.param('id')]);
  return c.body(null, 204);
});

wallet.post('/accounts/:id/credit', async (c) => {
  const { amount } = await c.req.json();
  // ok: no-check-then-act
  await pool.query('UPDATE accounts SET balance = balance + $1 WHERE id = $2', [amount, c.req.param('id')]);
  return c.body(null, 204);
});

wallet.post('/accounts/:id/locked', async (c) => {
  const { amount } = await c.req.json();
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query('SELECT balance FROM accounts WHERE id = $1 FOR UPDATE', [c.req.param('id')]);
    // ok: no-check-then-act
    await client.query('UPDATE accounts SET balance = $1 WHERE id = $2', [rows[0].balance + amount, c.req.param('id')]);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
  return c.body(null, 204);
});

wallet.post('/aliases', async (c) => {
  const { alias, owner } = await c.req.json();
  const found = await pool.query('SELECT 1 FROM aliases WHERE alias = $1', [alias]);
  if (found.rowCount > 0) return c.json({ error: 'taken' }, 409);
  // bad: no-check-then-act
  await pool.query('INSERT INTO aliases (alias, owner) VALUES ($1, $2)', [alias, owner]);
  return c.body(null, 201);
});

wallet.post('/aliases/once', async (c) => {
  const { alias, owner } = await c.req.json();
  const found = await pool.query('SELECT 1 FROM aliases WHERE alias = $1', [alias]);
  if (found.rowCount > 0) return c.json({ error: 'taken' }, 409);
  // ok: no-check-then-act
  await pool.query('INSERT INTO aliases (alias, owner) VALUES ($1, $2) ON CONFLICT (alias) DO NOTHING', [alias, owner]);
  return c.body(null, 201);
});
