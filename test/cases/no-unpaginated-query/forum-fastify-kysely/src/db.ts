import { Kysely, MysqlDialect } from 'kysely';
import { createPool } from 'mysql2';

export interface Database {
  threads: { id: number; forum_id: number; title: string; state: string; locked: number };
  users: { id: number; nick: string; country: string };
}

export const db = new Kysely<Database>({ dialect: new MysqlDialect({ pool: createPool(process.env.DATABASE_URL!) }) });
