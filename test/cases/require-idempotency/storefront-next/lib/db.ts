import { neon } from '@neondatabase/serverless';
import { drizzle } from 'drizzle-orm/neon-http';
import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';

export const orders = pgTable('orders', { id: uuid('id').primaryKey().defaultRandom(), sku: text('sku'), cents: integer('cents') });
export const db = drizzle(neon(process.env.DATABASE_URL!));
