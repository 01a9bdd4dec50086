import type { ExportRow, Library, MemberRow, TypeRow } from '../../model/library.js';
import { statement } from './rows.js';

const TEXT = ['0.sql', '0'];
const VALUES = ['0.values', '1'];
/** The client puts values into the text, so a list fills one `?`: `IN (?)`. */
const queried = statement(TEXT, VALUES, { placeholder: '?', lists: 'expand', option: 'values' });
/** A prepared statement: every `?` is one value. */
const executed = statement(TEXT, VALUES, { placeholder: '?', lists: 'none', option: 'values' });
const secrets = ['0.password', '0.password1', '0.uri', '0'];

const statements: Record<string, MemberRow> = { query: queried, execute: executed };
const steps: Record<string, MemberRow> = {
  beginTransaction: { step: 'begin' },
  commit: { step: 'commit' },
  rollback: { step: 'rollback' },
};
const connection = (members: Record<string, MemberRow>): TypeRow => ({
  members: { ...members, ...steps, release: { step: 'release' }, connect: {}, end: {}, format: {}, escape: {} },
});
const getConnection: MemberRow = {
  returns: 'Connection',
  step: 'acquire',
  callbacks: { '0': { params: [null, 'Connection'] }, '-1': { params: [null, 'Connection'] } },
};
const annotated = (name: string): ExportRow => ({ annotation: name });

/** https://sidorares.github.io/node-mysql2/docs: callbacks, or promises from `mysql2/promise` and `.promise()`. */
export const mysql2: Library = {
  name: 'mysql2',
  kind: 'data',
  modules: ['mysql2', 'mysql2/promise'],
  client: 'Pool',
  exports: {
    createConnection: { returns: 'Connection', secrets },
    createPool: { returns: 'Pool', secrets },
    createPoolCluster: { returns: 'Cluster' },
    Pool: annotated('Pool'),
    Connection: annotated('Connection'),
    PoolConnection: annotated('Connection'),
  },
  types: {
    Pool: {
      members: { ...statements, getConnection, promise: { returns: 'this' }, end: {}, format: {}, escape: {} },
    },
    Connection: connection({ ...statements, promise: { returns: 'this' } }),
    Cluster: { members: { getConnection, of: { returns: 'Pool' } } },
  },
};

/** https://github.com/mysqljs/mysql#readme */
export const mysql: Library = {
  name: 'mysql',
  kind: 'data',
  modules: ['mysql'],
  client: 'Pool',
  exports: {
    createConnection: { returns: 'Connection', secrets },
    createPool: { returns: 'Pool', secrets },
    createPoolCluster: { returns: 'Cluster' },
    Pool: annotated('Pool'),
    Connection: annotated('Connection'),
    PoolConnection: annotated('Connection'),
  },
  types: {
    Pool: { members: { query: queried, getConnection, end: {}, escape: {} } },
    Connection: connection({ query: queried }),
    Cluster: { members: { getConnection, of: { returns: 'Pool' } } },
  },
};
