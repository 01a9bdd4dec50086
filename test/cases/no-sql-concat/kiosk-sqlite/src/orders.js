// @complete: no-sql-concat
import { DatabaseSync } from 'node:sqlite';

const database = new DatabaseSync(':memory:');
database.exec('CREATE TABLE orders (id INTEGER PRIMARY KEY, desk TEXT, state TEXT)');

export function atDesk(desk) {
  // bad: no-sql-concat
  // fix: no-sql-concat
  return database.prepare(`SELECT id, state FROM orders WHERE desk = '${desk}'`).all();
}

export function insert(desk) {
  // ok: no-sql-concat
  return database.prepare('INSERT INTO orders (desk, state) VALUES (?, ?)').run(desk, 'open');
}

export function drop(state) {
  const sql = "DELETE FROM orders WHERE state = '" + state + "'";
  // bad: no-sql-concat -- the text stands in a local
  database.exec(sql);
}

export function open(limit) {
  // ok: no-sql-concat
  return database.prepare(`SELECT id FROM orders LIMIT ${Number(limit) || 20}`).all();
}
