import { db, orders } from './db';

export async function placeOrder(sku: string, cents: number) {
  const [order] = await db.insert(orders).values({ sku, cents }).returning();
  return order;
}

export function priceOf(sku: string, count: number) {
  return { sku, cents: count * 1990 };
}
