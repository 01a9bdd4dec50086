import knexFactory from 'knex';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import postgres from 'postgres';
import { createClient } from '@supabase/supabase-js';

export const knex = knexFactory({ client: 'pg', connection: process.env.DATABASE_URL });
export const kysely = new Kysely({ dialect: new PostgresDialect({ pool: new pg.Pool() }) });
export const sql = postgres(process.env.DATABASE_URL);
export const supabase = createClient(process.env.SUPABASE_URL, process.env.SUPABASE_KEY);
