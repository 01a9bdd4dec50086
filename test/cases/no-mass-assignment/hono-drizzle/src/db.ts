import { drizzle } from 'drizzle-orm/postgres-js';
import { pgTable, serial, text } from 'drizzle-orm/pg-core';

export const links = pgTable('links', { id: serial('id').primaryKey(), url: text('url'), owner: text('owner') });
export const db = drizzle(process.env.DATABASE_URL!);
