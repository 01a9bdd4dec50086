// @complete: require-transaction, no-transaction-escape, no-slow-work-in-transaction, no-query-in-loop, no-check-then-act, no-unbounded-write, no-unawaited-write, no-unpaginated-query, require-query-index, no-select-star, require-client-release
import { and, asc, desc, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import { db, pool, type Db, type Tx } from './db.js';
import { entries, wallets } from './schema.js';

type Executor = Db | Tx;

export async function addEntry(executor: Executor, walletId: string, cents: number, reference: string) {
  await executor.insert(entries).values({ walletId, cents, reference }).onConflictDoNothing({ target: entries.reference });
}

export const byOwner = (owner: string, executor: Executor = db) =>
  executor.select({ id: wallets.id, cents: wallets.cents }).from(wallets).where(eq(wallets.owner, owner)).limit(1);

export async function transfer(from: string, to: string, cents: number, reference: string) {
  return db.transaction(async (tx) => {
    const locked = await tx.select({ id: wallets.id }).from(wallets).where(inArray(wallets.id, [from, to])).orderBy(asc(wallets.id)).for('update');
    if (locked.length !== 2) return false;
    const [debited] = await tx
      .update(wallets)
      .set({ cents: sql`${wallets.cents} - ${cents}` })
      .where(and(eq(wallets.id, from), gte(wallets.cents, cents)))
      .returning({ id: wallets.id });
    if (!debited) tx.rollback();
    await tx.update(wallets).set({ cents: sql`${wallets.cents} + ${cents}` }).where(eq(wallets.id, to));
    await addEntry(tx, from, -cents, `${reference}:out`);
    await addEntry(tx, to, cents, `${reference}:in`);
    return true;
  });
}

export async function history(walletId: string, before: Date) {
  return db
    .select({ cents: entries.cents, at: entries.at })
    .from(entries)
    .where(and(eq(entries.walletId, walletId), lt(entries.at, before)))
    .orderBy(desc(entries.at))
    .limit(50);
}

export async function open(owner: string) {
  const [made] = await db.insert(wallets).values({ owner, cents: 0 }).onConflictDoNothing({ target: wallets.owner }).returning({ id: wallets.id });
  if (made) return made;
  const [there] = await byOwner(owner);
  return there;
}

export async function totals(owners: string[]) {
  const rows = await db.select({ owner: wallets.owner, cents: wallets.cents }).from(wallets).where(inArray(wallets.owner, owners));
  const byName = Object.fromEntries(rows.map((row) => [row.owner, row.cents]));
  return owners.map((owner) => byName[owner] ?? 0);
}

export async function nightly() {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [42]);
    await client.query("DELETE FROM entries WHERE at < now() - interval '7 years'");
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

export async function settle(walletIds: string[]) {
  await db.transaction(async (tx) => {
    for (const id of walletIds) {
      await addEntry(tx, id, 0, `settle:${id}`);
    }
  });
}
