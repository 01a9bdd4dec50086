import type { Library, MemberRow, QueryOperation, TypeRow } from '../../model/library.js';
import { statement } from './rows.js';

const READERS = ['all', 'get', 'run', 'iterate'];
/** Text that is a whole script: nothing can be bound beside it. */
const exec: MemberRow = statement(['0'], [], { placeholder: null });
const prepare = (bind: readonly string[]): MemberRow => ({
  returns: 'Statement',
  sql: { text: ['0'], placeholder: '?', lists: 'none', bind, spread: true },
});
/** What a prepared statement does when it is run: its text stands in the call that prepared it. */
const run = (op: QueryOperation): MemberRow => ({ query: { op, madeWith: ['0'], values: ['0'] } });
const iterate: MemberRow = { query: { op: 'raw', madeWith: ['0'], values: ['0'], streams: true } };
const prepared: TypeRow = {
  chain: true,
  members: { all: run('raw'), get: run('read-one'), run: run('raw'), iterate },
};

/** https://github.com/WiseLibs/better-sqlite3/blob/master/docs/api.md: everything is synchronous. */
export const betterSqlite3: Library = {
  name: 'better-sqlite3',
  kind: 'data',
  modules: ['better-sqlite3'],
  client: 'Database',
  exports: {
    default: { new: 'Database', returns: 'Database' },
    Database: { annotation: 'Database' },
    Statement: { annotation: 'Statement' },
  },
  types: {
    Database: {
      members: {
        prepare: prepare([...READERS, 'bind']),
        exec,
        pragma: { sql: { text: ['0'], placeholder: null, fragment: true } },
        // Gives the function again, wrapped.
        transaction: { wraps: '0', callbacks: { '0': { params: [], transaction: -1 } } },
        close: {},
      },
    },
    Statement: prepared,
  },
};

/** https://nodejs.org/api/sqlite.html */
export const nodeSqlite: Library = {
  name: 'node-sqlite',
  kind: 'data',
  modules: ['node:sqlite'],
  client: 'Database',
  exports: { DatabaseSync: { new: 'Database' }, StatementSync: { annotation: 'Statement' } },
  types: {
    Database: { members: { prepare: prepare(READERS), exec, close: {}, open: {} } },
    Statement: prepared,
  },
};

/** `db.all(text, values, callback)`. */
const called = (op: QueryOperation, more: object = {}): MemberRow => ({
  query: { op, text: ['0'], values: ['1'], ...more },
  sql: { text: ['0'], values: '1', placeholder: '?', lists: 'none' },
});
const calls: Record<string, MemberRow> = {
  all: called('raw'),
  get: called('read-one'),
  run: called('raw'),
  each: called('raw', { streams: true }),
  exec,
  prepare: { ...prepare([...READERS, 'each', 'bind']), callbacks: { '-1': { params: ['Statement'] } } },
};
const withCallbacks: TypeRow = {
  chain: true,
  members: { ...prepared.members, each: iterate },
};

/** https://github.com/TryGhost/node-sqlite3/wiki/API; the `sqlite` package gives the same calls promises. */
export const sqlite3: Library = {
  name: 'sqlite3',
  kind: 'data',
  modules: ['sqlite3'],
  client: 'Database',
  exports: {
    Database: { new: 'Database' },
    'cached.Database': { new: 'Database' },
    verbose: { returns: 'Module' },
    Statement: { annotation: 'Statement' },
  },
  types: {
    Module: { members: { Database: { type: 'DatabaseClass' } } },
    DatabaseClass: { new: 'Database' },
    Database: { members: { ...calls, serialize: {}, parallelize: {}, close: {} } },
    Statement: withCallbacks,
  },
};

/** https://github.com/kriasoft/node-sqlite#readme */
export const sqlite: Library = {
  name: 'sqlite',
  kind: 'data',
  modules: ['sqlite'],
  client: 'Database',
  exports: { open: { returns: 'Database' }, Database: { new: 'Database' }, Statement: { annotation: 'Statement' } },
  types: {
    Database: { members: { ...calls, close: {}, migrate: {} } },
    Statement: withCallbacks,
  },
};

/** https://developers.cloudflare.com/d1/worker-api/: a global type, bound as `env.DB`. */
export const d1: Library = {
  name: 'd1',
  kind: 'data',
  modules: ['@cloudflare/workers-types', '@cloudflare/workers-types/*'],
  client: 'Database',
  exports: {
    D1Database: { annotation: 'Database' },
    D1DatabaseSession: { annotation: 'Database' },
    D1PreparedStatement: { annotation: 'Statement' },
  },
  globals: {
    D1Database: { annotation: 'Database' },
    D1DatabaseSession: { annotation: 'Database' },
    D1PreparedStatement: { annotation: 'Statement' },
  },
  types: {
    Database: {
      members: {
        prepare: {
          returns: 'Statement',
          query: { op: 'raw', text: ['0'], run: 'batch' },
          sql: { text: ['0'], placeholder: '?', lists: 'none', bind: ['bind'], spread: true },
        },
        // One transaction; its statements are queries of their own.
        batch: {},
        exec,
        withSession: { returns: 'Database' },
      },
    },
    Statement: {
      members: {
        bind: { returns: 'this' },
        all: { query: { op: 'raw', madeWith: ['0'] } },
        run: { query: { op: 'raw', madeWith: ['0'] } },
        raw: { query: { op: 'raw', madeWith: ['0'] } },
        first: { query: { op: 'read-one', madeWith: ['0'] } },
      },
    },
  },
};

const execute = statement(['0.sql', '0'], ['0.args', '1'], { placeholder: '?', lists: 'none', option: 'args' });

/** https://docs.turso.tech/sdk/ts/reference */
export const libsql: Library = {
  name: 'libsql',
  kind: 'data',
  modules: ['@libsql/client', '@libsql/client/*'],
  client: 'Client',
  exports: {
    createClient: { returns: 'Client', secrets: ['0.authToken', '0.url', '0.encryptionKey'] },
    Client: { annotation: 'Client' },
    Transaction: { annotation: 'Client' },
  },
  types: {
    Client: {
      members: {
        execute,
        executeMultiple: exec,
        // `batch([{ sql, args }, …])` is one transaction of statements written as data.
        batch: { query: { op: 'raw' }, sql: { text: ['0.*.sql', '0.*'], placeholder: '?', lists: 'none' } },
        migrate: { query: { op: 'raw' } },
        transaction: { returns: 'Client', step: 'begin' },
        commit: { step: 'commit' },
        rollback: { step: 'rollback' },
        close: {},
      },
    },
  },
};
