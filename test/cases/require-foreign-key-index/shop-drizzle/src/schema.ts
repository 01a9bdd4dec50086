// @complete: require-foreign-key-index
import { foreignKey, index, integer, pgTable, primaryKey, serial, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';

export const users = pgTable('users', {
  id: uuid('id').primaryKey().defaultRandom(),
  email: text('email').notNull().unique(),
});

export const orders = pgTable('orders', {
  id: serial('id').primaryKey(),
  // bad: require-foreign-key-index
  // fix: require-foreign-key-index
  userId: uuid('user_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' }),
  createdAt: timestamp('created_at').defaultNow(),
});

export const orderLines = pgTable(
  'order_lines',
  {
    // ok: require-foreign-key-index
    orderId: integer('order_id')
      .notNull()
      .references(() => orders.id),
    // bad: require-foreign-key-index
    productId: integer('product_id')
      .notNull()
      .references(() => products.id),
    quantity: integer('quantity').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.productId] })],
);

export const products = pgTable(
  'products',
  {
    id: serial('id').primaryKey(),
    // ok: require-foreign-key-index
    categoryId: integer('category_id').references(() => categories.id),
    // ok: require-foreign-key-index
    sellerId: uuid('seller_id').references(() => users.id),
    // bad: require-foreign-key-index
    brandId: integer('brand_id').references(() => categories.id),
    sku: text('sku').notNull(),
  },
  (t) => ({
    byCategory: index('products_category').on(t.categoryId, t.sku),
    bySeller: unique().on(t.sellerId, t.sku),
    bySku: index('products_sku').on(t.sku, t.brandId),
  }),
);

export const categories = pgTable(
  'categories',
  {
    id: serial('id').primaryKey(),
    parentId: integer('parent_id'),
  },
  (table) => [
    // bad: require-foreign-key-index
    foreignKey({ columns: [table.parentId], foreignColumns: [table.id] }),
  ],
);

export const profiles = pgTable('profiles', {
  // ok: require-foreign-key-index
  userId: uuid('user_id')
    .primaryKey()
    .references(() => users.id),
  // ok: require-foreign-key-index
  avatarId: integer('avatar_id')
    .unique()
    .references(() => products.id),
});
