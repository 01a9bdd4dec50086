// @complete: require-foreign-key-index
import { index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

export const wallets = pgTable('wallets', { id: uuid('id').primaryKey().defaultRandom(), owner: text('owner').notNull().unique(), cents: integer('cents').notNull() });
export const entries = pgTable(
  'entries',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    walletId: uuid('wallet_id').notNull().references(() => wallets.id),
    cents: integer('cents').notNull(),
    reference: text('reference').notNull(),
    at: timestamp('at').defaultNow().notNull(),
  },
  (table) => [index('entries_wallet').on(table.walletId, table.at), uniqueIndex('entries_reference').on(table.reference)],
);
