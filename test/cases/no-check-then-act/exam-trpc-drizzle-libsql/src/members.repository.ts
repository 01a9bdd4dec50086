import { eq } from 'drizzle-orm';
import { db, members } from './db.js';

export const findByEmail = async (email: string) => {
  const [row] = await db.select().from(members).where(eq(members.email, email)).limit(1);
  return row ?? null;
};

export const create = (email: string) => db.insert(members).values({ id: crypto.randomUUID(), email, points: 0 }).returning();

export const createOnce = (email: string) =>
  db.insert(members).values({ id: crypto.randomUUID(), email, points: 0 }).onConflictDoNothing({ target: members.email }).returning();
