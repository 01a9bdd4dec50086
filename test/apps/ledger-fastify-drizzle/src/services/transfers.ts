// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
import { and, eq, gte, sql } from 'drizzle-orm';
import { accounts, transfers } from '../db/schema.js';
import type { Database } from '../plugins/database.js';

export interface TransferInput {
  fromId: string;
  toId: string;
  cents: number;
  note?: string;
}

/** Moves money between two accounts; answers null where the payer has too little or isn't the caller. */
export async function transfer(db: Database, ownerId: string, input: TransferInput) {
  return db.transaction(async (tx) => {
    const paid = await tx
      .update(accounts)
      // ok: no-sql-concat -- the tag binds
      .set({ cents: sql`${accounts.cents} - ${input.cents}` })
      .where(and(eq(accounts.id, input.fromId), eq(accounts.ownerId, ownerId), gte(accounts.cents, input.cents)))
      .returning({ id: accounts.id });
    if (paid.length === 0) return null;
    await tx
      .update(accounts)
      .set({ cents: sql`${accounts.cents} + ${input.cents}` })
      .where(eq(accounts.id, input.toId));
    const [row] = await tx.insert(transfers).values(input).returning();
    return row;
  });
}
