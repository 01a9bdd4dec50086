// @complete: require-cache-invalidation
import { eq } from 'drizzle-orm';
import { dropProduct, productKey } from './cache.js';
import { db, products, redis } from './db.js';

export async function getProduct(id: string) {
  const hit = await redis.get(productKey(id));
  if (hit) return JSON.parse(hit);
  const [product] = await db.select().from(products).where(eq(products.id, id)).limit(1);
  await redis.set(productKey(id), JSON.stringify(product), 'EX', 300);
  return product;
}

export async function rename(id: string, name: string) {
  // ok-cross: require-cache-invalidation
  await db.update(products).set({ name }).where(eq(products.id, id));
  await dropProduct(id);
}

export async function remove(id: string) {
  // ok-cross: require-cache-invalidation
  await db.delete(products).where(eq(products.id, id));
  await redis.del(productKey(id));
}
