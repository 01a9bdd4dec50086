// @complete: no-client-per-request
import { json } from '@sveltejs/kit';
import postgres from 'postgres';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

export const GET = async () => {
  // bad: no-client-per-request
  const sql = postgres(process.env.DATABASE_URL!);
  return json(await sql`select id from notes limit 20`);
};

export const POST = async () => {
  // bad: no-client-per-request
  const db = new Kysely<any>({ dialect: new PostgresDialect({ pool: new pg.Pool() }) });
  return json(await db.selectFrom('notes').select('id').limit(20).execute());
};
