import { index, pgTable, serial, text, timestamp } from 'drizzle-orm/pg-core';

export const tickets = pgTable(
  'tickets',
  {
    id: serial('id').primaryKey(),
    queue: text('queue').notNull(),
    state: text('state').notNull(),
    reporter: text('reporter').notNull(),
    createdAt: timestamp('created_at').defaultNow(),
  },
  (table) => [index('tickets_queue').on(table.queue, table.createdAt)],
);
