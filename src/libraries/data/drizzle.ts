import type { ExportRow, Library, MemberRow, QueryRow } from '../../model/library.js';
import { becomes, bounds, conflict, expression, groups, link, query, runs, transaction } from './rows.js';

/** Nothing runs before a builder is awaited or executed. */
const lazy: Partial<QueryRow> = { run: 'await' };
const select = (columns: '0' | '1'): MemberRow =>
  query('read-many', { ...lazy, boundLink: 'limit', selects: columns }, { returns: 'Builder' });
const write = (op: 'create' | 'update' | 'delete'): MemberRow =>
  query(op, { ...lazy, entity: '0' }, { returns: 'Builder' });
/** `db.execute(sql`…`)`: a string is taken as it is; the `sql` tag binds. */
const raw = (run: 'await' | 'call'): MemberRow => ({
  query: { op: 'raw', text: ['0'], run },
  sql: { text: ['0'], placeholder: 'tag', tag: 'sql' },
  returns: 'Builder',
});
const relational = (op: 'read-many' | 'read-one'): MemberRow =>
  query(
    op,
    {
      ...lazy,
      where: ['0.where'],
      ...(op === 'read-many' ? { bound: ['0.limit'], options: '0', boundName: 'limit' } : {}),
    },
    { returns: 'Builder' },
  );
const from: MemberRow = link({ entity: '0' });

const client: ExportRow = { annotation: 'Db' };
const annotations = (...names: string[]): Record<string, ExportRow> =>
  Object.fromEntries(names.map((name) => [name, client]));

/**
 * https://orm.drizzle.team/docs/select, /docs/rqb, /docs/insert, /docs/sql, /docs/transactions; one client type for all
 * drivers, whose builders differ in members that only one of them has.
 */
export const drizzle: Library = {
  name: 'drizzle',
  kind: 'data',
  modules: ['drizzle-orm', 'drizzle-orm/*'],
  client: 'Db',
  exports: {
    drizzle: {
      returns: 'Db',
      secrets: [
        '0.connection.password',
        '0.connection.connectionString',
        '0.connection.authToken',
        '0.connection.url',
        '0.connection',
        '0',
      ],
    },
    withReplicas: { returns: 'Db' },
    ...annotations(
      'PgDatabase',
      'PgTransaction',
      'MySqlDatabase',
      'MySqlTransaction',
      'BaseSQLiteDatabase',
      'SQLiteTransaction',
      'SingleStoreDatabase',
      'SingleStoreTransaction',
      'NodePgDatabase',
      'NodePgTransaction',
      'PostgresJsDatabase',
      'PostgresJsTransaction',
      'NeonHttpDatabase',
      'NeonDatabase',
      'NeonTransaction',
      'NetlifyDbDatabase',
      'MySql2Database',
      'MySql2Transaction',
      'PlanetScaleDatabase',
      'PlanetScaleTransaction',
      'TiDBServerlessDatabase',
      'BetterSQLite3Database',
      'BetterSQLiteTransaction',
      'LibSQLDatabase',
      'LibSQLTransaction',
      'DrizzleD1Database',
      'D1Transaction',
      'DrizzleSqliteDODatabase',
      'BunSQLiteDatabase',
      'BunSQLDatabase',
      'ExpoSQLiteDatabase',
      'PgliteDatabase',
      'PgliteTransaction',
      'VercelPgDatabase',
      'VercelPgTransaction',
      'AwsDataApiPgDatabase',
      'XataHttpDatabase',
      'SingleStoreDriverDatabase',
      'PgRemoteDatabase',
      'MySqlRemoteDatabase',
      'SqliteRemoteDatabase',
    ),
    PgSelect: { annotation: 'Builder' },
    MySqlSelect: { annotation: 'Builder' },
    SQLiteSelect: { annotation: 'Builder' },
    sql: { returns: 'Sql', tag: { binds: true, returns: 'Sql' } },
    'sql.raw': {
      returns: 'Sql',
      sql: { text: ['0'], placeholder: 'tag', tag: 'sql', escape: 'raw', fragment: true },
    },
    'sql.join': { returns: 'Sql' },
    'sql.identifier': { returns: 'Sql' },
    'sql.placeholder': { returns: 'Sql' },
  },
  types: {
    Db: {
      members: {
        select: select('0'),
        selectDistinct: select('0'),
        selectDistinctOn: select('1'),
        insert: write('create'),
        update: write('update'),
        delete: write('delete'),
        $count: query('count', { ...lazy, entity: '0', where: ['1'] }),
        query: { type: 'Tables' },
        execute: raw('await'),
        // SQLite: synchronous with better-sqlite3.
        all: raw('call'),
        get: { ...raw('call'), query: { op: 'read-one', text: ['0'], run: 'call' } },
        run: raw('call'),
        values: raw('call'),
        with: { returns: 'Db' },
        $primary: { type: 'Db' },
        transaction: transaction('Db'),
        batch: {},
        $client: {},
      },
    },
    Tables: { others: { type: 'Table' } },
    Table: { members: { findMany: relational('read-many'), findFirst: relational('read-one') } },
    Builder: {
      chain: true,
      members: {
        from,
        where: expression,
        limit: bounds,
        groupBy: groups,
        onConflictDoNothing: conflict,
        onConflictDoUpdate: conflict,
        onDuplicateKeyUpdate: conflict,
        ignore: conflict,
        execute: { returns: 'this', link: { runs: true } },
        all: runs(),
        get: runs('read-one'),
        run: runs(),
        as: becomes('build'),
        toSQL: { link: { op: 'build' } },
        getSQL: { link: { op: 'build' } },
      },
    },
    Sql: { chain: true },
  },
};
