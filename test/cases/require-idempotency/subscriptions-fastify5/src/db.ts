import { drizzle } from 'drizzle-orm/postgres-js';
import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { Queue } from 'bullmq';
import postgres from 'postgres';

export const subscriptions = pgTable('subscriptions', {
  id: uuid('id').primaryKey().defaultRandom(),
  customer: text('customer').notNull(),
  plan: text('plan').notNull(),
  reference: text('reference').unique(),
});
export const db = drizzle(postgres(process.env.DATABASE_URL!));
export const invoices = new Queue('invoices', { connection: { url: process.env.REDIS_URL } });
