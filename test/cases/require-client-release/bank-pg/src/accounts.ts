// @complete: require-client-release
import { finish, mongo, pool, sql } from './db.js';

export async function transfer(from: string, to: string, amount: number) {
  // bad: require-client-release
  // fix: require-client-release
  const client = await pool.connect();
  await client.query('BEGIN');
  await client.query('UPDATE accounts SET balance = balance - $1 WHERE id = $2', [amount, from]);
  await client.query('UPDATE accounts SET balance = balance + $1 WHERE id = $2', [amount, to]);
  await client.query('COMMIT');
  client.release();
}

export async function close(id: string) {
  // ok: require-client-release
  const client = await pool.connect();
  const started = Date.now();
  try {
    await client.query('BEGIN');
    await client.query('DELETE FROM accounts WHERE id = $1', [id]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
  return Date.now() - started;
}

export async function rename(id: string, name: string) {
  // bad: require-client-release
  const client = await pool.connect();
  try {
    const { rows } = await client.query('SELECT id FROM accounts WHERE id = $1', [id]);
    if (rows.length === 0) return false;
    await client.query('UPDATE accounts SET name = $1 WHERE id = $2', [name, id]);
    client.release();
    return true;
  } catch (error) {
    client.release();
    throw error;
  }
}

export async function lock(id: string) {
  // bad: require-client-release
  // fix: require-client-release
  const client = await pool.connect();
  const { rows } = await client.query('SELECT id FROM accounts WHERE id = $1 FOR UPDATE', [id]);
  return rows[0];
}

export async function touch(id: string) {
  let client;
  try {
    // ok: require-client-release
    client = await pool.connect();
    await client.query('UPDATE accounts SET seen = now() WHERE id = $1', [id]);
  } finally {
    client?.release();
  }
}

export async function settle(id: string) {
  // ok-cross: require-client-release
  const client = await pool.connect();
  try {
    await client.query('UPDATE accounts SET settled = true WHERE id = $1', [id]);
  } finally {
    await finish(client);
  }
}

export async function archive(id: string) {
  // bad: require-client-release
  const session = mongo.startSession();
  await session.withTransaction(async () => {
    await mongo.db().collection('accounts').deleteOne({ id }, { session });
  });
}

export async function restore(id: string) {
  // ok: require-client-release
  const session = mongo.startSession();
  try {
    await session.withTransaction(async () => {
      await mongo.db().collection('accounts').insertOne({ id }, { session });
    });
  } finally {
    await session.endSession();
  }
}

export async function notifyAll() {
  // bad: require-client-release
  const reserved = await sql.reserve();
  await reserved`select pg_notify('all', '')`;
  reserved.release();
}

export async function simple(id: string) {
  return pool.query('SELECT id FROM accounts WHERE id = $1', [id]);
}
