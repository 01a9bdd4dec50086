import type { Library, MemberRow, QueryOperation, SqlRow } from '../../model/library.js';

const text = (fragment?: true): SqlRow => ({
  text: ['0'],
  values: '1',
  placeholder: '?',
  // One `?` takes one value: "you need to treat multiple values as values" (guide/raw).
  lists: 'none',
  ...(fragment ? { fragment } : {}),
});
const columns: MemberRow = { returns: 'this', link: { where: 'columns' } };
const among: MemberRow = { returns: 'this', link: { where: 'in' } };
const filter: MemberRow = { returns: 'this', link: { where: 'other' } };
const rawFilter: MemberRow = { returns: 'this', link: { where: 'text' }, sql: text(true) };
const rawPart: MemberRow = { returns: 'this', sql: text(true) };
const aggregate: MemberRow = { returns: 'this', link: { aggregates: true } };
const becomes = (op: QueryOperation): MemberRow => ({ returns: 'this', link: { op } });
const from: MemberRow = { returns: 'this', link: { entity: '0' } };
const start: MemberRow = { returns: 'Builder', query: { op: 'read-many', run: 'await', boundLink: 'limit' } };

/** https://knexjs.org/guide/query-builder.html, https://knexjs.org/guide/raw.html */
export const knex: Library = {
  name: 'knex',
  kind: 'data',
  modules: ['knex', 'knex/*'],
  client: 'Knex',
  exports: {
    default: {
      returns: 'Knex',
      secrets: ['0.connection.password', '0.connection.connectionString', '0.connection'],
    },
    knex: { returns: 'Knex', secrets: ['0.connection.password', '0.connection.connectionString', '0.connection'] },
    Knex: { annotation: 'Knex' },
    'Knex.Transaction': { annotation: 'Knex' },
    'Knex.QueryBuilder': { annotation: 'Builder' },
  },
  types: {
    Knex: {
      call: { returns: 'Builder', query: { op: 'read-many', run: 'await', entity: '0', boundLink: 'limit' } },
      members: {
        raw: { returns: 'Raw', query: { op: 'raw', text: ['0'], values: ['1'], run: 'await' }, sql: text() },
        ref: { returns: 'Raw' },
        transaction: { returns: 'Knex', callbacks: { '0': { params: ['Knex'], transaction: 0 } } },
        transactionProvider: {},
        transacting: { returns: 'this' },
        withSchema: { returns: 'Knex' },
        select: start,
        from: { ...start, query: { ...start.query!, entity: '0' } },
        table: { ...start, query: { ...start.query!, entity: '0' } },
        into: { ...start, query: { ...start.query!, entity: '0' } },
        queryBuilder: { returns: 'Builder', query: { op: 'build', run: 'await' } },
        with: { returns: 'Builder', query: { op: 'build', run: 'await' } },
        destroy: {},
        batchInsert: { query: { op: 'create', entity: '0' } },
        insert: { returns: 'Builder', query: { op: 'create', run: 'await' } },
        client: {},
        schema: { type: 'Schema' },
        fn: { type: 'Functions' },
        migrate: {},
        seed: {},
      },
    },
    Builder: {
      chain: true,
      members: {
        from,
        into: from,
        table: from,
        where: columns,
        andWhere: columns,
        orWhere: filter,
        whereNot: filter,
        whereNull: filter,
        whereNotNull: filter,
        whereBetween: filter,
        whereLike: filter,
        whereILike: filter,
        whereExists: filter,
        whereNotIn: filter,
        having: filter,
        whereIn: among,
        whereRaw: rawFilter,
        andWhereRaw: rawFilter,
        orWhereRaw: { ...rawFilter, link: { where: 'other' } },
        havingRaw: rawPart,
        orderByRaw: rawPart,
        groupByRaw: { ...rawPart, link: { groups: true } },
        joinRaw: rawPart,
        fromRaw: rawPart,
        limit: { returns: 'this', link: { bounds: true } },
        first: becomes('read-one'),
        pluck: { returns: 'this' },
        count: aggregate,
        countDistinct: aggregate,
        min: aggregate,
        max: aggregate,
        sum: aggregate,
        avg: aggregate,
        groupBy: { returns: 'this', link: { groups: true } },
        insert: becomes('create'),
        upsert: becomes('upsert'),
        update: becomes('update'),
        increment: becomes('update'),
        decrement: becomes('update'),
        del: becomes('delete'),
        delete: becomes('delete'),
        truncate: becomes('delete'),
        onConflict: { returns: 'this', link: { conflict: true } },
        merge: { returns: 'this', link: { conflict: true } },
        ignore: { returns: 'this', link: { conflict: true } },
        stream: { link: { streams: true, runs: true } },
        pipe: { link: { streams: true, runs: true } },
        paginate: { returns: 'this', link: { bounds: true, pages: true } },
        columnInfo: becomes('count'),
        toSQL: { link: { op: 'build' } },
        toQuery: { link: { op: 'build' } },
        as: becomes('build'),
      },
    },
    Raw: { chain: true },
    Schema: { members: { raw: { sql: text() } }, chain: true },
    Functions: {},
  },
};
