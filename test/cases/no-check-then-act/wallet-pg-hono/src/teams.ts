// @complete: no-check-then-act
import { and, eq, sql } from 'drizzle-orm';
import { db, redis } from './db.js';
import { coupons, members } from './schema.js';

export async function join(team: string, user: string) {
  const [member] = await db
    .select()
    .from(members)
    .where(and(eq(members.team, team), eq(members.user, user)));
  if (!member) {
    // bad: no-check-then-act
    await db.insert(members).values({ team, user });
  }
}

export async function joinOnce(team: string, user: string) {
  const [member] = await db.select().from(members).where(eq(members.user, user));
  if (member) return;
  // ok: no-check-then-act
  await db.insert(members).values({ team, user }).onConflictDoNothing();
}

export async function joinLocked(team: string, user: string) {
  const taken = await redis.set(`join:${team}`, user, 'EX', 5, 'NX');
  if (!taken) throw new Error('busy');
  const [member] = await db.select().from(members).where(eq(members.user, user));
  if (member) return;
  // ok: no-check-then-act
  await db.insert(members).values({ team, user });
}

export async function redeem(code: string) {
  const [coupon] = await db.select().from(coupons).where(eq(coupons.code, code)).limit(1);
  if (!coupon) throw new Error('unknown');
  // bad: no-check-then-act
  await db.update(coupons).set({ used: coupon.used + 1 }).where(eq(coupons.id, coupon.id));
}

export async function redeemAtOnce(code: string) {
  // ok: no-check-then-act
  await db
    .update(coupons)
    .set({ used: sql`${coupons.used} + 1` })
    .where(eq(coupons.code, code));
}

export async function rename(id: number) {
  const [coupon] = await db.select().from(coupons).where(eq(coupons.id, id));
  // ok: no-check-then-act
  await db.update(coupons).set({ code: coupon.code + '-old' }).where(eq(coupons.id, id));
}
