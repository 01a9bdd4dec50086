import type { Library, TagRow } from '../../model/library.js';
import { runs, statement, streams } from './rows.js';

/** A query is sent when it is awaited; inside another template it is a fragment of that one. */
const tag: TagRow = { binds: true, returns: 'Pending', query: { op: 'raw', run: 'await' } };
const inTransaction = { params: ['Sql'], transaction: 0 };

/** https://github.com/porsager/postgres: the client is a function, a tag and an object. */
export const postgres: Library = {
  name: 'postgres',
  kind: 'data',
  modules: ['postgres'],
  client: 'Sql',
  exports: {
    default: { returns: 'Sql', secrets: ['0.password', '0.pass', '1.password', '1.pass', '0'] },
    Sql: { annotation: 'Sql' },
    TransactionSql: { annotation: 'Sql' },
    ReservedSql: { annotation: 'Sql' },
    ISql: { annotation: 'Sql' },
  },
  types: {
    Sql: {
      // `sql(rows, 'a', 'b')` quotes names and binds values.
      call: { returns: 'Helper', tag },
      members: {
        unsafe: {
          query: { op: 'raw', text: ['0'], values: ['1'], run: 'await' },
          sql: { text: ['0'], values: '1', placeholder: '$n', lists: 'any', tag: 'sql' },
          returns: 'Pending',
        },
        file: {},
        begin: { callbacks: { '0': inTransaction, '1': inTransaction } },
        savepoint: { callbacks: { '0': inTransaction, '1': inTransaction } },
        reserve: { returns: 'Sql', step: 'acquire' },
        release: { step: 'release' },
        notify: {},
        listen: {},
        end: {},
      },
    },
    Pending: {
      chain: true,
      members: { execute: runs(), cursor: streams, forEach: streams, describe: { link: { op: 'build' } } },
    },
    Helper: {},
  },
};

/** https://neon.com/docs/serverless/serverless-driver; Pool and Client are node-postgres'. */
export const neon: Library = {
  name: 'neon',
  kind: 'data',
  modules: ['@neondatabase/serverless'],
  client: 'Sql',
  exports: {
    neon: { returns: 'Sql', secrets: ['0'] },
    NeonQueryFunction: { annotation: 'Sql' },
    Pool: { new: 'pg.Pool', construct: { secrets: ['0.password', '0.connectionString'] } },
    Client: { new: 'pg.Client', construct: { secrets: ['0.password', '0.connectionString', '0'] } },
    PoolClient: { annotation: 'pg.Client' },
  },
  types: {
    Sql: {
      call: {
        tag: { binds: true, returns: 'Pending', query: { op: 'raw', run: 'await' } },
        // The function form, `sql(text, values)`, works up to 0.10 and throws since 1.0.
        query: { op: 'raw', text: ['0'], values: ['1'], run: 'await' },
        sql: { text: ['0'], values: '1', placeholder: '$n', lists: 'any', tag: 'sql' },
        returns: 'Pending',
      },
      members: {
        query: {
          query: { op: 'raw', text: ['0'], values: ['1'], run: 'await' },
          sql: { text: ['0'], values: '1', placeholder: '$n', lists: 'any', tag: 'sql' },
          returns: 'Pending',
        },
        unsafe: { sql: { text: ['0'], placeholder: 'tag', tag: 'sql', escape: 'raw', fragment: true } },
        transaction: { callbacks: { '0': { params: ['Sql'], transaction: 0 } } },
      },
    },
    Pending: {},
  },
};

const bound = { placeholder: '$n', lists: 'any' } as const;
const sql = { tag: { binds: true, query: { op: 'raw' } } } as const;

/** https://vercel.com/docs/postgres/sdk: a node-postgres pool with a tag; `sql` is itself a pool. */
export const vercelPostgres: Library = {
  name: 'vercel-postgres',
  kind: 'data',
  modules: ['@vercel/postgres'],
  client: 'Pool',
  exports: {
    sql: { type: 'Pool', ...sql },
    db: { type: 'Pool' },
    createPool: { returns: 'Pool', secrets: ['0.connectionString', '0.password'] },
    createClient: { returns: 'Client', secrets: ['0.connectionString', '0.password'] },
    VercelPool: { annotation: 'Pool' },
    VercelClient: { annotation: 'Client' },
    VercelPoolClient: { annotation: 'Client' },
  },
  types: {
    Pool: { extends: 'pg.Pool', call: sql, members: { sql, connect: { returns: 'Client', step: 'acquire' } } },
    Client: { extends: 'pg.Client', members: { sql } },
  },
};

/** https://pglite.dev/docs/api */
export const pglite: Library = {
  name: 'pglite',
  kind: 'data',
  modules: ['@electric-sql/pglite', '@electric-sql/pglite/*'],
  client: 'Database',
  exports: {
    PGlite: { new: 'Database' },
    'PGlite.create': { returns: 'Database' },
    PGliteInterface: { annotation: 'Database' },
    Transaction: { annotation: 'Database' },
  },
  types: {
    Database: {
      members: {
        query: statement(['0'], ['1'], bound),
        exec: statement(['0'], [], { placeholder: null }),
        sql,
        transaction: { callbacks: { '0': { params: ['Database'], transaction: 0 } } },
        rollback: { step: 'rollback' },
      },
    },
  },
};
