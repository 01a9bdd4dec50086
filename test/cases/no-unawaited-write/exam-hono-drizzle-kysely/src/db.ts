import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { Kysely, PostgresDialect } from 'kysely';
import knexFactory from 'knex';
import Database from 'better-sqlite3';
import mongoose from 'mongoose';
import pg from 'pg';

export const pool = new pg.Pool();
export const db = drizzle(pool);
export const hits = pgTable('hits', { id: uuid('id').primaryKey().defaultRandom(), path: text('path').notNull() });
export const kysely = new Kysely<{ hits: { path: string } }>({ dialect: new PostgresDialect({ pool }) });
export const knex = knexFactory({ client: 'pg' });
export const sqlite = new Database('hits.db');
export const Hit = mongoose.model('Hit', new mongoose.Schema({ path: String }));
