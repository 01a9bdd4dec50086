import { drizzle } from 'drizzle-orm/postgres-js';
import { integer, pgTable, serial, text } from 'drizzle-orm/pg-core';
import postgres from 'postgres';

export const posts = pgTable('posts', {
  id: serial('id').primaryKey(),
  title: text('title').notNull(),
  // ok: no-unbounded-page-size
  limit: integer('limit').notNull(),
});
export const sql = postgres(process.env.DATABASE_URL!);
export const db = drizzle(sql);
