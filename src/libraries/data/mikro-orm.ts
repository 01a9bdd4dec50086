import type { ExportRow, Library, MemberRow, QueryOperation, QueryRow } from '../../model/library.js';
import {
  becomes,
  bounds,
  columns,
  conflict,
  filter,
  groups,
  link,
  query,
  runs,
  statement,
  transaction,
} from './rows.js';

/** What a manager and a repository share; with a manager the entity comes first. */
function entityMembers(first: 0 | 1): Record<string, MemberRow> {
  const entity = first === 1 ? { entity: '0' } : {};
  const where = [`${first}`];
  const options = `${first + 1}`;
  const bounded = { bound: [`${options}.limit`, `${options}.first`, `${options}.last`], options, boundName: 'limit' };
  const read = (op: QueryOperation, row: Partial<QueryRow> = {}): MemberRow =>
    query(op, { where, ...entity, ...row }, { returns: 'Entity' });
  const write = (op: QueryOperation, row: Partial<QueryRow> = {}): MemberRow => query(op, { ...entity, ...row });
  return {
    find: read('read-many', bounded),
    findAndCount: read('read-many', bounded),
    // Version 6 takes `where` apart from the paging options, version 7 among them.
    findByCursor: read('read-many', {
      ...bounded,
      bound: [...bounded.bound, `${first}.first`, `${first}.last`],
      boundName: 'first',
    }),
    findAll: read('read-many', {
      where: [`${first}.where`],
      bound: [`${first}.limit`],
      options: `${first}`,
      boundName: 'limit',
    }),
    findOne: read('read-one'),
    findOneOrFail: read('read-one'),
    count: read('count'),
    insert: write('create'),
    insertMany: write('create'),
    upsert: write('upsert'),
    upsertMany: write('upsert'),
    nativeUpdate: write('update', { where }),
    nativeDelete: write('delete', { where }),
    create: {},
    assign: {},
    getReference: {},
    createQueryBuilder: builder,
    qb: builder,
  };
}

const builder: MemberRow = query('build', { run: 'await', entity: '0', boundLink: 'limit' }, { returns: 'Builder' });
const execute: MemberRow = statement(['0'], ['1'], { placeholder: '?', lists: 'expand' });
/** The unit of work notes it; `flush` sends it. */
const noted = (op: QueryOperation): MemberRow => query(op, { run: 'later' }, { returns: 'this' });

const manager: ExportRow = { new: 'Manager' };
const repository: ExportRow = { new: 'Repository' };

/** https://mikro-orm.io/docs/entity-manager, /docs/query-builder, /docs/transactions */
export const mikroOrm: Library = {
  name: 'mikro-orm',
  kind: 'data',
  modules: [
    '@mikro-orm/core',
    '@mikro-orm/sql',
    '@mikro-orm/knex',
    '@mikro-orm/postgresql',
    '@mikro-orm/mysql',
    '@mikro-orm/mariadb',
    '@mikro-orm/sqlite',
    '@mikro-orm/better-sqlite',
    '@mikro-orm/libsql',
    '@mikro-orm/mssql',
    '@mikro-orm/mongodb',
  ],
  client: 'Manager',
  exports: {
    'MikroORM.init': { returns: 'Orm', secrets: ['0.password', '0.clientUrl'] },
    'MikroORM.initSync': { returns: 'Orm', secrets: ['0.password', '0.clientUrl'] },
    MikroORM: { new: 'Orm', construct: { secrets: ['0.password', '0.clientUrl'] } },
    EntityManager: manager,
    SqlEntityManager: manager,
    EntityRepository: repository,
    SqlEntityRepository: repository,
    QueryBuilder: { annotation: 'Builder' },
    wrap: { returns: 'Wrapped' },
    raw: {
      returns: 'Raw',
      sql: { text: ['0'], values: '1', placeholder: '?', lists: 'expand', fragment: true, tag: 'sql' },
    },
    sql: { returns: 'Raw', tag: { binds: true, returns: 'Raw' } },
    'sql.ref': { returns: 'Raw' },
  },
  types: {
    Orm: { members: { em: { type: 'Manager' }, close: {} } },
    // https://mikro-orm.io/docs/entity-helper#updating-entity-values-with-assign
    Wrapped: { members: { assign: { sinks: [{ kind: 'row', at: ['0'] }] } } },
    Manager: {
      members: {
        ...entityMembers(1),
        persist: noted('create'),
        remove: noted('delete'),
        flush: { step: 'flush' },
        // Version 6; version 7 writes `persist(x).flush()`.
        persistAndFlush: query('create'),
        removeAndFlush: query('delete'),
        fork: { returns: 'Manager' },
        getRepository: { returns: 'Repository' },
        getConnection: { returns: 'Connection' },
        execute,
        transactional: transaction('Manager'),
        begin: { step: 'begin' },
        commit: { step: 'commit' },
        rollback: { step: 'rollback' },
        getKnex: { returns: 'knex.Knex' },
        getKysely: { returns: 'kysely.Kysely' },
      },
    },
    Repository: {
      members: {
        ...entityMembers(0),
        getEntityManager: { returns: 'Manager' },
        em: { type: 'Manager' },
        getKnex: { returns: 'knex.Knex' },
      },
    },
    Connection: { members: { execute, transactional: {} } },
    Builder: {
      chain: true,
      members: {
        select: link({ op: 'read-many', selects: '0' }),
        from: link({ entity: '0' }),
        insert: becomes('create'),
        update: becomes('update'),
        delete: becomes('delete'),
        truncate: becomes('delete'),
        count: becomes('count'),
        where: columns,
        andWhere: columns,
        orWhere: filter,
        having: filter,
        limit: bounds,
        groupBy: groups,
        onConflict: conflict,
        merge: conflict,
        ignore: conflict,
        getResult: runs('read-many'),
        getResultList: runs('read-many'),
        getResultAndCount: runs('read-many'),
        getSingleResult: runs('read-one'),
        getCount: runs('count'),
        execute: runs(),
        stream: { link: { runs: true, streams: true } },
        as: becomes('build'),
        getQuery: { link: { op: 'build' } },
        getFormattedQuery: { link: { op: 'build' } },
      },
    },
    Entity: {},
    Raw: { chain: true },
  },
};
