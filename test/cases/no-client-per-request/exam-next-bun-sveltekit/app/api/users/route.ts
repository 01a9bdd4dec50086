// @complete: no-client-per-request
import { PrismaClient } from '@prisma/client';
import { openPool } from '../../../lib/pool';

export async function GET() {
  // bad: no-client-per-request
  const prisma = new PrismaClient();
  return Response.json(await prisma.user.findMany({ take: 20, select: { id: true } }));
}

export async function POST() {
  const pool = openPool();
  return Response.json((await pool.query('SELECT id FROM users LIMIT 20')).rows);
}
