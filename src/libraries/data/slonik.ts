import type { Library, MemberRow, QueryOperation } from '../../model/library.js';
import { query, transaction } from './rows.js';

const sql: MemberRow = { returns: 'Sql', tag: { binds: true, returns: 'Sql' } };
/** Pools take tokens of the `sql` tags only, never a string. */
const ask = (op: QueryOperation): MemberRow => query(op, { text: ['0'] });

/** https://github.com/gajus/slonik#readme */
export const slonik: Library = {
  name: 'slonik',
  kind: 'data',
  modules: ['slonik'],
  client: 'Pool',
  exports: {
    createPool: { returns: 'Pool', secrets: ['0'] },
    DatabasePool: { annotation: 'Pool' },
    CommonQueryMethods: { annotation: 'Pool' },
    DatabasePoolConnection: { annotation: 'Pool' },
    DatabaseTransactionConnection: { annotation: 'Pool' },
    createSqlTag: { returns: 'Tags' },
    sql: { type: 'Tags' },
  },
  types: {
    Tags: {
      members: {
        type: { returns: 'Tag' },
        typeAlias: { returns: 'Tag' },
        unsafe: sql,
        fragment: sql,
        identifier: { returns: 'Sql' },
        join: { returns: 'Sql' },
        array: { returns: 'Sql' },
        unnest: { returns: 'Sql' },
      },
    },
    Tag: { call: sql },
    Pool: {
      members: {
        query: ask('raw'),
        any: ask('raw'),
        anyFirst: ask('raw'),
        many: ask('raw'),
        manyFirst: ask('raw'),
        one: ask('read-one'),
        oneFirst: ask('read-one'),
        maybeOne: ask('read-one'),
        maybeOneFirst: ask('read-one'),
        exists: ask('count'),
        stream: query('raw', { text: ['0'], streams: true }),
        transaction: transaction('Pool'),
        connect: { callbacks: { '0': { params: ['Pool'] } } },
        end: {},
      },
    },
    Sql: {},
  },
};
