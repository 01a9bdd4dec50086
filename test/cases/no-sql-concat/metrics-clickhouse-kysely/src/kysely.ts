// @complete: no-sql-concat
import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';

interface Database {
  sites: { id: string; host: string; plan: string };
}

const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: new pg.Pool() }) });

export async function byHost(host: string) {
  // ok: no-sql-concat -- the tag binds
  return sql<{ id: string }>`select id from sites where host = ${host} limit 1`.execute(db);
}

export async function sorted(column: string) {
  // bad: no-sql-concat
  return sql`select id from sites order by ${sql.raw(column)} limit 50`.execute(db);
}

export async function sortedRef(column: string) {
  // ok: no-sql-concat -- a quoted reference
  return sql`select id from sites order by ${sql.ref(column)} limit 50`.execute(db);
}

export async function ofPlan(plan: string) {
  return (
    db
      .selectFrom('sites')
      .select('id')
      // bad: no-sql-concat
      // fix: no-sql-concat
      .where(sql<boolean>`plan = ${sql.raw(`'${plan}'`)}`)
      .limit(50)
      .execute()
  );
}

export async function compiled(host: string) {
  // bad: no-sql-concat
  await db.executeQuery(CompiledQuery.raw(`delete from sites where host = '${host}'`));
  // ok: no-sql-concat
  await db.executeQuery(CompiledQuery.raw('delete from sites where host = $1', [host]));
}

export async function raw(host: string) {
  const text = 'select id from sites where host like ' + "'%" + host + "'";
  // bad: no-sql-concat
  return sql.raw(text).execute(db);
}

export async function wholeTable(name: 'sites' | 'visits') {
  // ok: no-sql-concat -- a union of literals
  return sql.raw(`analyze ${name}`).execute(db);
}
