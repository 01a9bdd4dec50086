import { redis } from './db.js';

export const productKey = (id: string) => `product:${id}`;

export async function dropProduct(id: string): Promise<void> {
  await redis.del(productKey(id));
}
