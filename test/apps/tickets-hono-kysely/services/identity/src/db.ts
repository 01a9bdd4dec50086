// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

export interface Database {
  agents: { id: string; email: string; name: string; password_hash: string };
}

// ok: no-hardcoded-secrets
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10, connectionTimeoutMillis: 3000 });
pool.on('error', (error) => console.error('an idle database client failed', error));

export const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
