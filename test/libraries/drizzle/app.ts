import { and, count, eq, gt, inArray, or, sql } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';

const users = pgTable('users', { id: integer('id').primaryKey(), name: text('name'), teamId: integer('team_id') });
export const db = drizzle(process.env.DATABASE_URL!, { schema: { users } });

export const all = () => db.select().from(users);
export const page = () => db.select().from(users).where(gt(users.id, 10)).limit(20);
export const ofTeam = (id: number) =>
  db
    .select()
    .from(users)
    .where(and(eq(users.teamId, id), eq(users.name, 'x')));
export const some = (ids: number[]) => db.select().from(users).where(inArray(users.id, ids));
export const either = () =>
  db
    .select()
    .from(users)
    .where(or(eq(users.name, 'a'), eq(users.name, 'b')));
export const total = () => db.select({ n: count() }).from(users);
export const number = () => db.$count(users, eq(users.teamId, 1));
export const relational = () => db.query.users.findMany({ where: (t, { eq }) => eq(t.teamId, 1), limit: 10 });
export const first = () => db.query.users.findFirst({ where: eq(users.id, 1) });

export async function write(client: NodePgDatabase) {
  await client.insert(users).values({ id: 1 }).onConflictDoNothing();
  await client.insert(users).values({ id: 1 }).returning();
  await client.update(users).set({ name: 'a' }).where(eq(users.id, 1));
  await client.delete(users).where(eq(users.id, 1));
}

export async function raw(name: string) {
  await db.execute(sql`select * from users where name = ${name}`);
  await db.execute(`select * from users where name = '${name}' limit 1`);
  return db
    .select()
    .from(users)
    .where(sql.raw(`name = '${name}'`));
}

export async function move(id: number) {
  await db.transaction(async (tx) => {
    await tx.update(users).set({ teamId: 2 }).where(eq(users.id, id));
  });
}

export const generic = <T extends PgDatabase<never>>(client: T) => client.select().from(users).limit(5);
const later = db.select().from(users).prepare('all');
export const prepared = () => later.execute();
export const inner = () =>
  db
    .select()
    .from(users)
    .where(inArray(users.id, db.select({ id: users.id }).from(users)));
