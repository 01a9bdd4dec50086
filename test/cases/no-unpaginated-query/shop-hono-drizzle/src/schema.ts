import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const customers = pgTable('customers', {
  id: uuid('id').primaryKey().defaultRandom(),
  email: text('email').notNull().unique(),
});

export const orders = pgTable('orders', {
  id: uuid('id').primaryKey().defaultRandom(),
  customerId: uuid('customer_id').references(() => customers.id),
  status: text('status').notNull(),
  kind: text('kind').notNull(),
  cents: integer('cents').notNull(),
  placedAt: timestamp('placed_at').defaultNow(),
});
