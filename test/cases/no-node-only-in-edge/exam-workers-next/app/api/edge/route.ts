// @complete: no-node-only-in-edge
// bad: no-node-only-in-edge
import { readFile } from 'node:fs/promises';
// ok: no-node-only-in-edge
import { neon } from '@neondatabase/serverless';
// ok: no-node-only-in-edge
import { Redis } from '@upstash/redis';
// bad: no-node-only-in-edge
import bcrypt from 'bcrypt';
// bad: no-node-only-in-edge
import { Pool } from 'pg';
// ok: no-node-only-in-edge -- a type only
import type { RedisOptions } from 'ioredis';
// bad-cross: no-node-only-in-edge
import { countOrders } from '../../../lib/orders';
// ok-cross: no-node-only-in-edge
import { sum } from '../../../lib/math';

export const runtime = 'edge';

const sql = neon(process.env.DATABASE_URL ?? '');
const redis = Redis.fromEnv();

export async function GET(): Promise<Response> {
  const options: RedisOptions = {};
  const rows = await sql`SELECT 1 AS one`;
  const file = await readFile('/etc/hosts', 'utf8');
  const pool = new Pool();
  return Response.json({ rows, file, pool: pool.totalCount, hash: await bcrypt.hash('x', 10), n: sum(1, await countOrders()), hit: await redis.get('a'), options });
}
