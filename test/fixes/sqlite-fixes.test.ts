/**
 * The fixes of no-sql-concat on SQLite; see sql-fixes.test.ts. The queries are written for better-sqlite3 and run on a
 * SQLite in WebAssembly, because better-sqlite3 has to be downloaded or compiled at installation.
 */
import { Database, type JSValue } from 'node-sqlite3-wasm';
import { afterAll, describe, test } from 'vitest';
import { cleanUp } from './apply.js';
import { check, find, SCHEMA, type Snippet } from './check.js';

const memory = new Database(':memory:');
memory.exec(SCHEMA);

/** A database as better-sqlite3 has it: `all()` takes the values one by one. */
const betterSqlite = { prepare: (text: string) => ({ all: (...values: JSValue[]) => memory.all(text, values) }) };

afterAll(() => {
  memory.close();
  cleanUp();
});

describe('better-sqlite3', () => {
  const head = "const Database = require('better-sqlite3');\nconst db = new Database(':memory:');";
  const modules: Record<string, unknown> = { 'better-sqlite3': function OneDatabase() { return betterSqlite; } }; // prettier-ignore
  const snippets: Record<string, Snippet> = {
    all: {
      code: find(head, "db.prepare(`SELECT id FROM users WHERE name = '${value}'`).all()"),
      after: "db.prepare('SELECT id FROM users WHERE name = ?').all(value)",
      harmless: 'Ada',
    },
    'a value before one that is bound': {
      code: find(head, "db.prepare(`SELECT id FROM users WHERE name = '${value}' AND age > ?`).all(1)"),
      after: "db.prepare('SELECT id FROM users WHERE name = ? AND age > ?').all(value, 1)",
      harmless: 'Bob',
      hostile: "' OR age > 1 OR name = '",
    },
    'a number without quotes': {
      code: find(head, 'db.prepare("SELECT id FROM users WHERE id = " + value).all()'),
      after: '.all(value)',
      harmless: '2',
      hostile: '0 OR 1=1',
    },
  };
  test.each(Object.entries(snippets))('%s', async (_, snippet) => check(snippet, ['better-sqlite3'], modules));
});
