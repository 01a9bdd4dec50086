// @complete: no-unbounded-write
import { and, eq, lt, type SQL } from 'drizzle-orm';
import { db } from './db.js';
import { priceCache, products } from './schema.js';

export async function hide(id: number) {
  // bad: no-unbounded-write
  await db.update(products).set({ hidden: true });
}

export async function hideOne(id: number) {
  // ok: no-unbounded-write
  await db.update(products).set({ hidden: true }).where(eq(products.id, id));
}

export async function removeAll() {
  // bad: no-unbounded-write
  return db.delete(products);
}

export async function removeSoldOut() {
  // ok: no-unbounded-write
  return db.delete(products).where(lt(products.stock, 1)).returning();
}

export async function removeBy(filter?: SQL) {
  // bad: no-unbounded-write
  await db.delete(products).where(filter);
}

export async function removeNamed(name?: string) {
  // bad: no-unbounded-write
  await db.delete(products).where(name ? eq(products.name, name) : undefined);
}

export async function removeHidden(name: string) {
  const conditions = [eq(products.hidden, true)];
  if (name) conditions.push(eq(products.name, name));
  // ok: no-unbounded-write
  await db.delete(products).where(and(...conditions));
}

export async function inTransaction(id: number) {
  await db.transaction(async (tx) => {
    // bad: no-unbounded-write
    await tx.update(products).set({ stock: 0 }).returning({ id: products.id });
    const query = tx.delete(products).$dynamic();
    // ok: no-unbounded-write
    await query.where(eq(products.id, id));
  });
}

/** The table is made anew from the feed. */
export async function rebuild(rows: { sku: string; cents: number }[]) {
  await db.transaction(async (tx) => {
    // ok: no-unbounded-write
    await tx.delete(priceCache);
    await tx.insert(priceCache).values(rows);
  });
}
