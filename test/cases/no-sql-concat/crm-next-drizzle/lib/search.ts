// @complete: no-sql-concat
import { sql } from 'drizzle-orm';
import { contacts, db } from './db';

export async function searchContacts(term: string) {
  // ok-cross: no-sql-concat -- the tag binds
  return db.execute(sql`select id from contacts where name ilike ${`%${term}%`} limit 50`);
}

export async function ofCity(city: string) {
  // bad: no-sql-concat
  // fix: no-sql-concat
  return db.select().from(contacts).where(sql`city = ${sql.raw(`'${city}'`)}`).limit(50);
}

export async function ordered(column: keyof typeof contacts.$inferSelect) {
  // ok-cross: no-sql-concat -- a column object
  return db.select().from(contacts).orderBy(sql`${contacts[column]} desc nulls last`).limit(50);
}

export async function ofIds(ids: string[]) {
  const chunks = ids.map((id) => sql`${id}`);
  // ok-cross: no-sql-concat -- fragments joined by a constant
  return db.execute(sql`select id from contacts where id in (${sql.join(chunks, sql.raw(', '))})`);
}

export async function ofIdsRaw(ids: string[]) {
  // bad-cross: no-sql-concat
  return db.execute(sql.raw(`select id from contacts where id in (${ids.map((id) => `'${id}'`).join(', ')})`));
}

export async function plainText(city: string) {
  // bad-cross: no-sql-concat -- execute takes text too
  return db.execute(`select id from contacts where city = '${city}' limit 50`);
}
