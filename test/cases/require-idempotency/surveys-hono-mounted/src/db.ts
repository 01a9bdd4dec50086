import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';

interface Database {
  answers: { id: string; survey: string; text: string };
  replays: { key: string; body: string | null };
}

export const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: new Pool() }) });
