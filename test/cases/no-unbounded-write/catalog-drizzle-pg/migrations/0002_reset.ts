// @complete: no-unbounded-write
import type { Kysely } from 'kysely';

export async function up(db: Kysely<any>) {
  // ok: no-unbounded-write
  await db.updateTable('products').set({ hidden: false }).execute();
}

export async function down() {}
