// @complete: no-node-only-in-edge
// bad: no-node-only-in-edge
import { createHash } from 'node:crypto';
// bad-cross: no-node-only-in-edge
import { pool } from '../../../lib/db';
// ok: no-node-only-in-edge
import { neon } from '@neondatabase/serverless';
// ok: no-node-only-in-edge -- a type
import type { PoolClient } from 'pg';

export const runtime = 'edge';
const sql = neon(process.env.DATABASE_URL!);

export async function GET() {
  const client: PoolClient = await pool.connect();
  return Response.json([createHash('sha256').update(String(await sql`SELECT 1`)).digest('hex'), client !== null]);
}
