import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import pg from 'pg';

export const orders = pgTable('orders', { id: uuid('id').primaryKey().defaultRandom(), state: text('state').notNull() });
export const outbox = pgTable('outbox', { id: uuid('id').primaryKey().defaultRandom(), topic: text('topic').notNull(), body: text('body').notNull() });
export const db = drizzle(new pg.Pool());
