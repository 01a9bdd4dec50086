// @complete: no-unpaginated-query
import { Pool } from 'pg';
import Cursor from 'pg-cursor';
import QueryStream from 'pg-query-stream';

const pool = new Pool();
const ACCOUNTS = 'SELECT id, owner, cents FROM accounts';

export async function accounts() {
  // bad: no-unpaginated-query
  const { rows } = await pool.query('SELECT id, owner, cents FROM accounts ORDER BY owner');
  return rows;
}

export async function ofCountry(country: string) {
  // bad: no-unpaginated-query -- the text stands in a constant
  const { rows } = await pool.query(`${ACCOUNTS} WHERE country = $1`, [country]);
  return rows;
}

export async function page(limit: number, offset: number) {
  // ok: no-unpaginated-query
  const { rows } = await pool.query(`${ACCOUNTS} ORDER BY id LIMIT $1 OFFSET $2`, [Math.min(limit, 100), offset]);
  return rows;
}

export async function firsts() {
  // ok: no-unpaginated-query -- the standard's own words
  const { rows } = await pool.query('SELECT id FROM accounts ORDER BY id FETCH FIRST 20 ROWS ONLY');
  return rows;
}

export async function byId(id: string) {
  // ok: no-unpaginated-query
  const { rows } = await pool.query('SELECT id, cents FROM accounts WHERE id = $1', [id]);
  return rows[0];
}

export async function byIds(ids: string[]) {
  // ok: no-unpaginated-query
  const { rows } = await pool.query('SELECT id, cents FROM accounts WHERE id = ANY($1)', [ids]);
  return rows;
}

export async function movements(accountId: string) {
  // ok: no-unpaginated-query -- a parent's id
  const { rows } = await pool.query('SELECT id, cents FROM movements WHERE account_id = $1 ORDER BY at DESC', [accountId]);
  return rows;
}

export async function totals() {
  // ok: no-unpaginated-query
  const total = await pool.query('SELECT count(*), sum(cents) FROM accounts');
  // ok: no-unpaginated-query -- groups
  const perCountry = await pool.query('SELECT country, count(*) FROM accounts GROUP BY country');
  // ok: no-unpaginated-query
  const known = await pool.query("SELECT EXISTS (SELECT 1 FROM accounts WHERE owner = 'bank')");
  // ok: no-unpaginated-query -- no table
  const now = await pool.query('SELECT now()');
  return { total, perCountry, known, now };
}

export async function close(id: string) {
  // ok: no-unpaginated-query -- writes return what they touched
  return pool.query('UPDATE accounts SET closed = true WHERE id = $1 RETURNING id', [id]);
}

export async function* everything() {
  const client = await pool.connect();
  try {
    // ok: no-unpaginated-query -- a cursor
    const cursor = client.query(new Cursor(ACCOUNTS));
    for (let rows = await cursor.read(500); rows.length > 0; rows = await cursor.read(500)) yield* rows;
  } finally {
    client.release();
  }
}

export async function exportTo(sink: NodeJS.WritableStream) {
  const client = await pool.connect();
  // ok: no-unpaginated-query -- a stream
  const stream = client.query(new QueryStream(ACCOUNTS));
  stream.on('end', () => client.release()).pipe(sink);
}
