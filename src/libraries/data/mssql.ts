import type { Library, MemberRow } from '../../model/library.js';
import { statement } from './rows.js';

/** `request.input('id', sql.Int, id).query('… @id')`; as a tag, it binds its holes. */
const query: MemberRow = {
  ...statement(['0'], [], { placeholder: '@name', lists: 'none', bind: ['input'], tag: 'query' }),
  tag: { binds: true, query: { op: 'raw' } },
  returns: 'Result',
};
const batch: MemberRow = {
  ...statement(['0'], [], { placeholder: null, tag: 'batch' }),
  tag: { binds: true, query: { op: 'raw' } },
  returns: 'Result',
};
const secrets = ['0.password', '0.connectionString', '0'];

/** https://github.com/tediousjs/node-mssql#readme */
export const mssql: Library = {
  name: 'mssql',
  kind: 'data',
  modules: ['mssql', 'mssql/msnodesqlv8'],
  client: 'Pool',
  exports: {
    connect: { returns: 'Pool', secrets },
    query,
    batch,
    ConnectionPool: { new: 'Pool', construct: { secrets } },
    Request: { new: 'Request' },
    Transaction: { new: 'Transaction' },
    PreparedStatement: { new: 'Prepared' },
    config: { annotation: 'Config' },
  },
  types: {
    Pool: {
      members: {
        connect: { returns: 'Pool' },
        request: { returns: 'Request' },
        transaction: { returns: 'Transaction' },
        query,
        batch,
        close: {},
      },
    },
    Request: {
      members: {
        input: { returns: 'this' },
        replaceInput: { returns: 'this' },
        output: { returns: 'this' },
        query,
        batch,
        bulk: { query: { op: 'create' } },
        // A stored procedure by its name: what it does stands in the database.
        execute: { query: { op: 'raw' } },
      },
    },
    Transaction: {
      members: {
        begin: { step: 'begin', returns: 'Transaction' },
        commit: { step: 'commit' },
        rollback: { step: 'rollback' },
        request: { returns: 'Request' },
      },
    },
    Prepared: {
      members: {
        input: { returns: 'this' },
        output: { returns: 'this' },
        prepare: { returns: 'this', sql: { text: ['0'], placeholder: '@name', lists: 'none', bind: ['input'] } },
        execute: { query: { op: 'raw' } },
        unprepare: {},
      },
    },
    Config: {},
    Result: {},
  },
};
