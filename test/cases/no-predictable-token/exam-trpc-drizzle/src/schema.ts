import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const invites = pgTable('invites', {
  id: uuid('id').defaultRandom().primaryKey(),
  email: text('email').notNull(),
  token: text('token').notNull(),
  colour: text('colour'),
  expiresAt: timestamp('expires_at').notNull(),
});

export const apiKeys = pgTable('api_keys', { id: uuid('id').primaryKey(), apiKey: text('api_key').notNull() });
