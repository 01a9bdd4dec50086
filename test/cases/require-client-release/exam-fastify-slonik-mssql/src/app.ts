// @complete: require-client-release
import Fastify from 'fastify';
import type { PoolClient } from 'pg';
import { mongo, my, pool, source, withClient } from './pool.js';

const app = Fastify();

app.get('/a', async () => {
  // bad: require-client-release
  // fix: require-client-release
  const client = await pool.connect();
  return (await client.query('SELECT 1')).rows;
});

app.get('/b', async () => {
  // ok-cross: require-client-release
  return withClient(async (client) => (await client.query('SELECT 1')).rows);
});

app.get('/c', async (request, reply) => {
  // bad: require-client-release -- the 404 goes past the release
  const client = await pool.connect();
  const { rows } = await client.query('SELECT 1').catch(() => ({ rows: [] }));
  if (rows.length === 0) return reply.code(404).send();
  client.release();
  return rows;
});

app.get('/d', async () => {
  // bad: require-client-release
  const connection = await my.getConnection();
  await connection.beginTransaction();
  try {
    await connection.query('UPDATE a SET b = 1 WHERE id = 1');
    await connection.commit();
    connection.release();
  } catch (error) {
    await connection.rollback();
    throw error;
  }
});

app.get('/e', async () => {
  // ok: require-client-release
  const connection = await my.getConnection();
  try {
    await connection.beginTransaction();
    await connection.query('UPDATE a SET b = 1 WHERE id = 1');
    await connection.commit();
  } catch (error) {
    await connection.rollback();
    throw error;
  } finally {
    connection.release();
  }
});

app.get('/f', async () => {
  // bad: require-client-release
  const session = mongo.startSession();
  session.startTransaction();
  await mongo.db().collection('a').insertOne({}, { session });
  await session.commitTransaction();
  await session.endSession();
});

app.get('/g', async () => {
  // ok: require-client-release -- handed to a function that releases it
  const client = await pool.connect();
  return finish(client);
});

async function finish(client: PoolClient) {
  try {
    return (await client.query('SELECT 1')).rows;
  } finally {
    client.release();
  }
}

app.get('/h', async () => {
  // ok: require-client-release -- the pool's own query takes and gives back
  return (await pool.query('SELECT 1')).rows;
});

app.get('/i', async () => {
  const runner = source.createQueryRunner();
  // ok: require-client-release
  try {
    await runner.connect();
    return await runner.query('SELECT 1');
  } finally {
    await runner.release();
  }
});

export class Unit {
  private client?: PoolClient;

  // ok: require-client-release -- kept in a field, given back by close()
  async open() {
    this.client = await pool.connect();
  }

  async close() {
    this.client?.release();
  }
}
