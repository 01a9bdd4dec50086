// @complete: no-select-star
import Database from 'better-sqlite3';
import { Pool } from 'pg';
import postgres from 'postgres';

const pool = new Pool();
const sql = postgres(process.env.DATABASE_URL!);
const lite = new Database('cache.db');
const BY_ID = 'SELECT * FROM entries WHERE id = $1';

export const one = (id: string) =>
  // bad: no-select-star
  pool.query('SELECT * FROM entries WHERE id = $1', [id]);

export const named = (id: string) =>
  // bad: no-select-star
  pool.query(BY_ID, [id]);

export const tagged = (id: string) =>
  // bad: no-select-star
  sql`select * from entries where id = ${id}`;

export const prepared = (id: string) =>
  // bad: no-select-star
  lite.prepare('SELECT * FROM entries WHERE id = ?').get(id);

export const columns = (id: string) =>
  // ok: no-select-star
  pool.query('SELECT id, amount FROM entries WHERE id = $1', [id]);

export const counted = () =>
  // ok: no-select-star
  pool.query('SELECT count(*) FROM entries');

export const product = () =>
  // ok: no-select-star
  pool.query('SELECT amount * rate AS total FROM entries WHERE id = 1');

// ok: no-select-star
export const help = 'SELECT * FROM entries is what you should not write';
