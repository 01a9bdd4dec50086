import { drizzle } from 'drizzle-orm/node-postgres';
import type { PgSelect } from 'drizzle-orm/pg-core';
import { Pool } from 'pg';
import * as schema from './schema.js';

export const db = drizzle(new Pool({ connectionString: process.env.DATABASE_URL }), { schema });

export function withPagination<T extends PgSelect>(qb: T, page: number, size = 20) {
  return qb.limit(Math.min(size, 100)).offset((page - 1) * size);
}
