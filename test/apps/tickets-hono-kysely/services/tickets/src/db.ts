// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
import { Kysely, PostgresDialect, type Generated } from 'kysely';
import pg from 'pg';

export interface Database {
  tickets: { id: Generated<string>; subject: string; status: Generated<string>; author_id: string; created_at: Generated<Date> };
  comments: { id: Generated<string>; ticket_id: string; author_id: string; text: string; created_at: Generated<Date> };
  idempotency_keys: { key: string; status: number | null; body: string | null; expires_at: Date };
}

// ok: no-hardcoded-secrets
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10, connectionTimeoutMillis: 3000 });
pool.on('error', (error) => console.error('an idle database client failed', error));

export const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
