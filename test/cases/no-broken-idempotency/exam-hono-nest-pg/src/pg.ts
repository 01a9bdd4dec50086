// @complete: no-broken-idempotency
import Fastify from 'fastify';
import pg from 'pg';
import { charge } from './charge.js';

const pool = new pg.Pool();
const app = Fastify();

app.post('/charges', async (req, reply) => {
  const key = req.headers['idempotency-key'];
  const user = req.headers['x-user'] as string;
  // ok: no-broken-idempotency -- the unique key decides
  const inserted = await pool.query(
    `INSERT INTO idempotency_keys (user_id, route, key, expires_at) VALUES ($1, 'charges', $2, now() + interval '24 hours') ON CONFLICT DO NOTHING RETURNING key`,
    [user, key],
  );
  if (!inserted.rowCount) {
    const { rows } = await pool.query('SELECT body FROM idempotency_keys WHERE user_id = $1 AND route = $2 AND key = $3', [user, 'charges', key]);
    return rows[0].body ? reply.code(201).send(rows[0].body) : reply.code(409).send({ error: 'in progress' });
  }
  const result = await charge(user, 100);
  await pool.query(`UPDATE idempotency_keys SET body = $4 WHERE user_id = $1 AND route = $2 AND key = $3`, [user, 'charges', key, result]);
  return reply.code(201).send(result);
});

app.post('/refunds', async (req, reply) => {
  const key = req.headers['idempotency-key'];
  const user = req.headers['x-user'] as string;
  // bad: no-broken-idempotency -- read, then write
  const { rows } = await pool.query('SELECT body FROM idempotency_keys WHERE user_id = $1 AND key = $2', [user, key]);
  if (rows.length) return reply.code(201).send(rows[0].body);
  const result = await charge(user, -100);
  await pool.query('INSERT INTO idempotency_keys (user_id, key, body, expires_at) VALUES ($1, $2, $3, now() + interval \'24 hours\')', [user, key, result]);
  return reply.code(201).send(result);
});
export { app };
