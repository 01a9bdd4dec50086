// @complete: no-unpaginated-query
import postgres from 'postgres';

const sql = postgres(process.env.DATABASE_URL!);

export async function transfers() {
  // bad: no-unpaginated-query
  return sql`select id, cents from transfers order by at desc`;
}

export async function ofKind(kind: string) {
  // bad: no-unpaginated-query
  const rows = await sql<{ id: string }[]>`select id from transfers where kind = ${kind}`;
  return rows.map((row) => row.id);
}

export async function latest(size: number) {
  // ok: no-unpaginated-query
  return sql`select id, cents from transfers order by at desc limit ${Math.min(size, 100)}`;
}

export async function ofAccount(accountId: string) {
  // ok: no-unpaginated-query
  return sql`select id, cents from transfers where account_id = ${accountId}`;
}

export async function each(handle: (rows: unknown[]) => Promise<void>) {
  // ok: no-unpaginated-query -- a cursor
  await sql`select id, cents from transfers`.cursor(200, handle);
}

export async function add(cents: number) {
  // ok: no-unpaginated-query
  return sql`insert into transfers (cents) values (${cents}) returning id`;
}
