import { eq, sql } from 'drizzle-orm';
import { db } from './db';
import { auditLogs, items } from './schema';

export const loadItem = (id: string) => db.select().from(items).where(eq(items.id, id)).limit(1);
export const archiveItem = (id: string) => db.update(items).set({ archived: 1 }).where(eq(items.id, id));
export const countView = (id: string) => db.update(items).set({ views: sql`${items.views} + 1` }).where(eq(items.id, id));
export const audit = (action: string) => db.insert(auditLogs).values({ id: crypto.randomUUID(), action, at: new Date() });
