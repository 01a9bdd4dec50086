// @complete: require-foreign-key-index
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const feeds = sqliteTable('feeds', { id: integer('id').primaryKey() });

export const items = sqliteTable(
  'items',
  {
    id: integer('id').primaryKey(),
    // bad: require-foreign-key-index
    feedId: integer('feed_id').references(() => feeds.id),
    // ok: require-foreign-key-index
    originId: integer('origin_id').references(() => feeds.id),
    body: text('body'),
  },
  (table) => [index('items_origin').on(table.originId)],
);
