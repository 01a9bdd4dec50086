// @complete: require-foreign-key-index
import { int, mysqlTable } from 'drizzle-orm/mysql-core';

export const shops = mysqlTable('shops', { id: int('id').primaryKey() });

export const branches = mysqlTable('branches', {
  id: int('id').primaryKey(),
  // ok: require-foreign-key-index
  shopId: int('shop_id').references(() => shops.id),
});
