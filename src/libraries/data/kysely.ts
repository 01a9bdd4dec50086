import type { ExportRow, Library, MemberRow } from '../../model/library.js';
import { becomes, bounds, columns, conflict, filter, groups, link, query, runs, streams, transaction } from './rows.js';

const start = (op: 'read-many' | 'create' | 'update' | 'delete' | 'upsert'): MemberRow =>
  query(
    op,
    { run: 'link', entity: '0', ...(op === 'read-many' ? { boundLink: 'limit' } : {}) },
    { returns: 'Builder' },
  );
const client: ExportRow = { annotation: 'Kysely' };
const builder: ExportRow = { annotation: 'Builder' };

/** https://kysely-org.github.io/kysely-apidoc/, https://kysely.dev/docs/recipes/raw-sql: builders run by `execute`. */
export const kysely: Library = {
  name: 'kysely',
  kind: 'data',
  modules: ['kysely'],
  client: 'Kysely',
  exports: {
    Kysely: { new: 'Kysely' },
    Transaction: client,
    ControlledTransaction: client,
    QueryCreator: client,
    SelectQueryBuilder: builder,
    InsertQueryBuilder: builder,
    UpdateQueryBuilder: builder,
    DeleteQueryBuilder: builder,
    sql: { tag: { binds: true, returns: 'Raw', query: { op: 'raw', run: 'link' } } },
    'sql.raw': { returns: 'Raw', sql: { text: ['0'], placeholder: 'tag', tag: 'sql', escape: 'raw', fragment: true } },
    // Writes a literal with its quotes doubled.
    'sql.lit': { returns: 'Raw' },
    'sql.literal': { returns: 'Raw' },
    'sql.ref': { returns: 'Raw' },
    'sql.id': { returns: 'Raw' },
    'sql.table': { returns: 'Raw' },
    'sql.val': { returns: 'Raw' },
    'sql.join': { returns: 'Raw' },
    'CompiledQuery.raw': {
      returns: 'Compiled',
      sql: { text: ['0'], values: '1', placeholder: '$n', driver: true, lists: 'any' },
    },
  },
  types: {
    Kysely: {
      members: {
        selectFrom: start('read-many'),
        selectNoFrom: query('read-one', { run: 'link' }, { returns: 'Builder' }),
        insertInto: start('create'),
        replaceInto: start('upsert'),
        mergeInto: start('upsert'),
        updateTable: start('update'),
        deleteFrom: start('delete'),
        with: { returns: 'Kysely' },
        withRecursive: { returns: 'Kysely' },
        withSchema: { returns: 'Kysely' },
        withPlugin: { returns: 'Kysely' },
        withoutPlugins: { returns: 'Kysely' },
        withTables: { returns: 'Kysely' },
        transaction: { returns: 'Transactions' },
        startTransaction: { returns: 'Controlled', step: 'begin' },
        connection: { returns: 'Connections' },
        executeQuery: query('raw', { text: ['0'] }),
        commit: { returns: 'Command', step: 'commit' },
        rollback: { returns: 'Command', step: 'rollback' },
        destroy: {},
        schema: {},
        fn: {},
      },
    },
    Transactions: {
      chain: true,
      members: { execute: transaction('Kysely') },
    },
    Controlled: { chain: true, members: { execute: { returns: 'Kysely' } } },
    Connections: { members: { execute: { callbacks: { '0': { params: ['Kysely'] } } } } },
    Command: { members: { execute: {} } },
    Builder: {
      chain: true,
      members: {
        where: columns,
        whereRef: filter,
        having: filter,
        limit: bounds,
        fetch: bounds,
        top: bounds,
        groupBy: groups,
        select: link({ selects: '0' }),
        onConflict: conflict,
        onDuplicateKeyUpdate: conflict,
        ignore: conflict,
        orIgnore: conflict,
        orReplace: conflict,
        execute: runs(),
        executeTakeFirst: runs('read-one'),
        executeTakeFirstOrThrow: runs('read-one'),
        stream: streams,
        as: becomes('build'),
        compile: { link: { op: 'build' } },
        explain: runs('count'),
      },
    },
    Raw: { chain: true, members: { execute: runs(), compile: { link: { op: 'build' } } } },
    Compiled: {},
  },
};
