// @complete: no-unpaginated-query
import Database from 'better-sqlite3';
import { DatabaseSync } from 'node:sqlite';

const db = new Database('branches.db');
const rates = new DatabaseSync('rates.db');
const all = db.prepare('SELECT id, name FROM branches ORDER BY name');
const few = db.prepare('SELECT id, name FROM branches ORDER BY name LIMIT 20');

// bad: no-unpaginated-query
export const branches = () => all.all();

// ok: no-unpaginated-query
export const someBranches = () => few.all();

// bad: no-unpaginated-query
export const inRegion = (region) => db.prepare('SELECT id FROM branches WHERE region = ?').all(region);

// ok: no-unpaginated-query -- one row
export const branch = (id) => db.prepare('SELECT id, name FROM branches WHERE id = ?').get(id);

// ok: no-unpaginated-query -- one row is read
export const anyBranch = () => all.get();

export function* each() {
  // ok: no-unpaginated-query -- row by row
  yield* all.iterate();
}

// bad: no-unpaginated-query
export const allRates = () => rates.prepare('SELECT currency, day, rate FROM rates').all();

// ok: no-unpaginated-query
export const lastRates = () => rates.prepare('SELECT currency, rate FROM rates ORDER BY day DESC LIMIT 30').all();
