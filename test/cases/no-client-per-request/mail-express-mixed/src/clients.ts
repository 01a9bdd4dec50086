// @complete: no-client-per-request
import { PrismaClient } from '@prisma/client';
import Redis from 'ioredis';
import pg from 'pg';

// ok: no-client-per-request
export const prisma = new PrismaClient();

export class AuditedClient extends PrismaClient {}

export function openPool() {
  // bad-cross: no-client-per-request
  return new pg.Pool({ connectionString: process.env.DATABASE_URL });
}

let redis: Redis | undefined;
export function sharedRedis() {
  // ok: no-client-per-request
  if (!redis) redis = new Redis(process.env.REDIS_URL!);
  return redis;
}

const pools = new Map<string, pg.Pool>();
export function poolFor(tenant: string) {
  const known = pools.get(tenant);
  if (known) return known;
  // ok: no-client-per-request
  const pool = new pg.Pool({ database: tenant });
  pools.set(tenant, pool);
  return pool;
}

export function makeReportsPool() {
  // ok: no-client-per-request
  return new pg.Pool({ max: 2 });
}
export const reports = makeReportsPool();
