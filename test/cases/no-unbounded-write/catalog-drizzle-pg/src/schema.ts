import { boolean, integer, pgTable, serial, text } from 'drizzle-orm/pg-core';

export const products = pgTable('products', {
  id: serial('id').primaryKey(),
  name: text('name').notNull(),
  stock: integer('stock').notNull(),
  hidden: boolean('hidden').notNull(),
});

export const priceCache = pgTable('price_cache', { sku: text('sku').primaryKey(), cents: integer('cents').notNull() });
