import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const invites = pgTable('invites', {
  id: uuid('id').primaryKey().defaultRandom(),
  email: text('email').notNull(),
  sentAt: timestamp('sent_at'),
});
