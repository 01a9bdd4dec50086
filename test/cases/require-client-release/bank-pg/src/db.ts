import { MongoClient } from 'mongodb';
import { Pool, type PoolClient } from 'pg';
import postgres from 'postgres';

export const pool = new Pool();
export const mongo = new MongoClient(process.env.MONGO_URL!);
export const sql = postgres(process.env.DATABASE_URL!);

export async function finish(client: PoolClient) {
  await client.query('COMMIT');
  client.release();
}

export async function withClient<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  // ok: require-client-release
  const client = await pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}

export const checkout = async () => {
  // ok: require-client-release
  const client = await pool.connect();
  return client;
};
