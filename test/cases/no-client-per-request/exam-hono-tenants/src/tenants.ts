// @complete: no-client-per-request
import knexFactory, { type Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import mongoose from 'mongoose';
import pg from 'pg';

const pools = new Map<string, pg.Pool>();

export function poolOf(tenant: string) {
  let pool = pools.get(tenant);
  if (!pool) {
    // ok: no-client-per-request -- one a tenant, looked up first
    pool = new pg.Pool({ database: tenant, max: 4 });
    pools.set(tenant, pool);
  }
  return pool;
}

const connections = new LRUCache<string, Knex>({ max: 50, dispose: (knex) => void knex.destroy() });

export function knexOf(tenant: string): Knex {
  const known = connections.get(tenant);
  if (known) return known;
  // ok: no-client-per-request
  const made = knexFactory({ client: 'pg', connection: { database: tenant } });
  connections.set(tenant, made);
  return made;
}

let shared: mongoose.Connection | undefined;

export async function mongo() {
  // ok: no-client-per-request -- once
  shared ??= mongoose.createConnection(process.env.MONGO_URL!);
  return shared;
}
