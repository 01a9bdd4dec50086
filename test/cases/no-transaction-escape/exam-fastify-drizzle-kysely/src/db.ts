import { drizzle } from 'drizzle-orm/node-postgres';
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import * as schema from './schema.js';

export const pool = new pg.Pool({ max: 10 });
export const db = drizzle(pool, { schema });
export type Tx = Parameters<Parameters<typeof db.transaction>[0]>[0];

interface Warehouse {
  shelves: { id: string; free: number };
  moves: { id: string; shelf_id: string };
}
export const warehouse = new Kysely<Warehouse>({ dialect: new PostgresDialect({ pool: new pg.Pool({ database: 'warehouse' }) }) });
export type WarehouseTx = Transaction<Warehouse>;
