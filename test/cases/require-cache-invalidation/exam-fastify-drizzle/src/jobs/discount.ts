// @complete: require-cache-invalidation
import { sql } from 'drizzle-orm';
import cron from 'node-cron';
import { db, products } from '../db.js';

cron.schedule('0 3 * * *', async () => {
  // bad-cross: require-cache-invalidation
  await db.update(products).set({ price: sql`${products.price} * 0.9` });
});
