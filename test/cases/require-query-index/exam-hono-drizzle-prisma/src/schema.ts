import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export const stops = sqliteTable(
  'stops',
  {
    id: integer('id').primaryKey(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    zone: text('zone').notNull(),
    lineId: integer('line_id').notNull(),
  },
  (table) => [uniqueIndex('stops_code').on(table.code), index('stops_zone').on(table.zone, table.name)],
);
