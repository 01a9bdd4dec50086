// @complete: no-swallowed-errors
import { unlink } from 'node:fs/promises';
import { eq } from 'drizzle-orm';
import { db, pool, redis } from '../db.js';
import { logger } from '../logger.js';
import { sendInvite } from '../mail.js';
import { invites } from '../schema.js';

export async function findInvite(id: string) {
  try {
    return await db.select().from(invites).where(eq(invites.id, id)).limit(1);
    // bad: no-swallowed-errors -- a broken database reads as "no such invite"
  } catch {
    return null;
  }
}

export async function createInvite(email: string) {
  const [invite] = await db.insert(invites).values({ email }).returning();
  // bad: no-swallowed-errors
  // fix: no-swallowed-errors
  await sendInvite(email).catch(() => {});
  return invite;
}

export async function resend(id: string, email: string) {
  try {
    await sendInvite(email);
    // bad: no-swallowed-errors
    // fix: no-swallowed-errors
  } catch (error) {}
  await db.update(invites).set({ sentAt: new Date() }).where(eq(invites.id, id));
}

export async function revoke(id: string): Promise<boolean> {
  // bad: no-swallowed-errors
  const rows = await db.delete(invites).where(eq(invites.id, id)).returning().catch(() => undefined);
  return rows !== undefined && rows.length > 0;
}

export async function warm(id: string, email: string) {
  try {
    await redis.set(`invite:${id}`, email, 'EX', 60);
    // ok: no-swallowed-errors
  } catch {
    // The cache is only a shortcut: the next read asks the database.
  }
}

export async function importInvites(path: string, emails: string[]) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    for (const email of emails) await client.query('INSERT INTO invites (email) VALUES ($1)', [email]);
    await client.query('COMMIT');
    // ok: no-swallowed-errors
  } catch (error) {
    // ok: no-swallowed-errors
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  } finally {
    client.release();
    // ok: no-swallowed-errors
    await unlink(path).catch(() => {});
  }
}

export function parseFilter(text: string): Record<string, string> | null {
  try {
    return JSON.parse(text) as Record<string, string>;
    // ok: no-swallowed-errors -- parse or default
  } catch {
    return null;
  }
}

export async function countOpen(): Promise<number | null> {
  try {
    const { rows } = await pool.query('SELECT count(*) AS n FROM invites WHERE accepted_at IS NULL');
    return Number(rows[0].n);
    // ok: no-swallowed-errors
  } catch (error) {
    logger.warn({ err: error }, 'could not count the open invites');
    return null;
  }
}

export async function close(): Promise<void> {
  try {
    await redis.quit();
    // ok: no-swallowed-errors
  } catch {}
}
