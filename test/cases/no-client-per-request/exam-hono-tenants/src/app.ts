// @complete: no-client-per-request
import { Hono } from 'hono';
import { createPool } from 'mysql2/promise';
import { drizzle } from 'drizzle-orm/node-postgres';
import { neon } from '@neondatabase/serverless';
import Redis from 'ioredis';
import pg from 'pg';
import { connect } from './connect.js';
import { knexOf, poolOf } from './tenants.js';

export const app = new Hono();
const pool = new pg.Pool();

app.get('/:tenant/users', async (c) => {
  // ok-cross: no-client-per-request
  const { rows } = await poolOf(c.req.param('tenant')).query('SELECT id FROM users LIMIT 20');
  return c.json(rows);
});

app.get('/:tenant/orders', async (c) => {
  const knex = connect(c.req.param('tenant'));
  return c.json(await knex('orders').select('id').limit(20));
});

app.get('/:tenant/lines', async (c) => {
  // ok-cross: no-client-per-request
  return c.json(await knexOf(c.req.param('tenant'))('lines').select('id').limit(20));
});

app.get('/health', async (c) => {
  // bad: no-client-per-request
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query('SELECT 1');
  await client.end();
  return c.text('ok');
});

app.get('/legacy', async (c) => {
  // bad: no-client-per-request
  const mysql = createPool({ uri: process.env.MYSQL_URL });
  const [rows] = await mysql.query('SELECT id FROM users LIMIT 20');
  return c.json(rows);
});

app.get('/cached', async (c) => {
  // bad: no-client-per-request
  const redis = new Redis(process.env.REDIS_URL!);
  return c.text((await redis.get('front')) ?? '');
});

app.get('/edge', async (c) => {
  // ok: no-client-per-request -- neon() is a function over HTTP: there is no connection to keep
  const sql = neon(process.env.NEON_URL!);
  return c.json(await sql`SELECT id FROM users LIMIT 20`);
});

app.get('/wrapped', async (c) => {
  // ok: no-client-per-request -- a wrapper around the pool that stands
  const db = drizzle(pool);
  return c.json(await db.execute('SELECT id FROM users LIMIT 20'));
});

async function migrateAll(tenants: string[]) {
  for (const tenant of tenants) {
    // bad: no-client-per-request -- one a turn of the loop
    const one = new pg.Pool({ database: tenant });
    await one.query('SELECT 1');
  }
}
app.post('/migrate', async (c) => {
  await migrateAll(await c.req.json());
  return c.body(null, 204);
});
