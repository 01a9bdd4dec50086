// @complete: no-sql-concat
import Database from 'better-sqlite3';

const db = new Database(process.env.KIOSK_DB ?? 'kiosk.db');
db.pragma('journal_mode = WAL');

const byId = db.prepare('SELECT id, name, cents FROM dishes WHERE id = ?');

export const dish = (id) => byId.get(id);

// bad: no-sql-concat
// fix: no-sql-concat
export const search = (term) => db.prepare(`SELECT id, name FROM dishes WHERE name LIKE '%${term}%'`).all();

// ok: no-sql-concat
export const searchBound = (term) => db.prepare('SELECT id, name FROM dishes WHERE name LIKE ?').all(`%${term}%`);

export function rename(table, from, to) {
  // bad: no-sql-concat
  db.exec(`ALTER TABLE ${table} RENAME COLUMN ${from} TO ${to}`);
}

export function setPrices(prices) {
  const tx = db.transaction((list) => {
    for (const { id, cents } of list) {
      // bad: no-sql-concat
      // fix: no-sql-concat
      db.prepare('UPDATE dishes SET cents = ' + cents + ' WHERE id = ?').run(id);
    }
  });
  tx(prices);
}

export function ofIds(ids) {
  const marks = ids.map(() => '?').join(',');
  // ok: no-sql-concat
  return db.prepare(`SELECT id, name FROM dishes WHERE id IN (${marks})`).all(...ids);
}

const tables = ['dishes', 'orders'];
for (const table of tables) {
  // ok: no-sql-concat -- names of a literal list
  db.exec(`CREATE INDEX IF NOT EXISTS idx_${table}_created ON ${table} (created_at)`);
}
