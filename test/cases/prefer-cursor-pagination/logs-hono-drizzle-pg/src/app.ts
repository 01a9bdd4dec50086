// @complete: prefer-cursor-pagination
import { drizzle } from 'drizzle-orm/node-postgres';
import { desc, lt } from 'drizzle-orm';
import { pgTable, serial, text } from 'drizzle-orm/pg-core';
import { Hono } from 'hono';
import knex from 'knex';
import { Pool } from 'pg';

const pool = new Pool();
const db = drizzle(pool);
const k = knex({ client: 'pg' });
const logs = pgTable('logs', { id: serial('id').primaryKey(), line: text('line') });
export const app = new Hono();

app.get('/logs', async (c) => {
  const page = Number(c.req.query('page') ?? '1');
  // bad: prefer-cursor-pagination
  const rows = await db
    .select()
    .from(logs)
    .orderBy(desc(logs.id))
    .limit(50)
    .offset((page - 1) * 50);
  return c.json(rows);
});

app.get('/logs/since', async (c) => {
  const before = Number(c.req.query('before'));
  // ok: prefer-cursor-pagination
  return c.json(await db.select().from(logs).where(lt(logs.id, before)).orderBy(desc(logs.id)).limit(50));
});

app.get('/raw', async (c) => {
  const offset = Number(c.req.query('offset')) || 0;
  // bad: prefer-cursor-pagination
  const { rows } = await pool.query('SELECT id, line FROM logs ORDER BY id DESC LIMIT 50 OFFSET $1', [offset]);
  return c.json(rows);
});

app.get('/keyset', async (c) => {
  const before = Number(c.req.query('before')) || 0;
  // ok: prefer-cursor-pagination
  const { rows } = await pool.query('SELECT id, line FROM logs WHERE id < $1 ORDER BY id DESC LIMIT 50', [before]);
  return c.json(rows);
});

app.get('/events', async (c) => {
  const { page = '0' } = c.req.query();
  // bad: prefer-cursor-pagination
  return c.json(await k('events').select('id').orderBy('id').limit(20).offset(Number(page) * 20));
});

app.get('/first', async (c) => {
  // ok: prefer-cursor-pagination
  return c.json(await k('events').select('id').orderBy('id').limit(20).offset(20));
});
