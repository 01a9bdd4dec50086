import type { Library, MemberRow, QueryOperation, QueryRow, SqlRow } from '../../model/library.js';
import { becomes, bounds, conflict, link, query, runs, statement } from './rows.js';

/** The members that Repository, EntityManager and BaseEntity share; with a manager the entity comes first. */
function entityMembers(first: 0 | 1, one: string): Record<string, MemberRow> {
  const at = (name?: string): string => (name === undefined ? `${first}` : `${first}.${name}`);
  const entity = first === 1 ? { entity: '0' } : {};
  const list = { bound: [at('take')], options: at(), boundName: 'take', where: [at('where')], ...entity };
  const read = (op: QueryOperation, where: string, more = {}): MemberRow =>
    query(op, { where: [where], ...entity, ...more }, { returns: one });
  const write = (op: QueryOperation, where?: string): MemberRow =>
    query(op, { ...(where ? { where: [where] } : {}), ...entity });
  return {
    find: query('read-many', list),
    findAndCount: query('read-many', list),
    findBy: read('read-many', at()),
    findAndCountBy: read('read-many', at()),
    findOne: read('read-one', at('where')),
    findOneOrFail: read('read-one', at('where')),
    findOneBy: read('read-one', at()),
    findOneByOrFail: read('read-one', at()),
    exists: read('count', at('where')),
    existsBy: read('count', at()),
    count: read('count', at('where')),
    countBy: read('count', at()),
    sum: write('count', `${first + 1}`),
    average: write('count', `${first + 1}`),
    minimum: write('count', `${first + 1}`),
    maximum: write('count', `${first + 1}`),
    insert: write('create'),
    update: write('update', at()),
    upsert: write('upsert'),
    delete: write('delete', at()),
    query: queryText,
    createQueryBuilder: query(
      'build',
      { run: 'link', ...entity, boundLink: first === 1 ? 'limit' : 'take' },
      { returns: 'Builder' },
    ),
  };
}

/** Whole entities: with a manager the entity may stand before them. */
const saves = (row: Partial<QueryRow> = {}): Record<string, MemberRow> => ({
  save: query('create', row),
  remove: query('delete', row),
  softRemove: query('delete', row),
  recover: query('update', row),
});

const more = (first: 0 | 1): Record<string, MemberRow> => ({
  updateAll: query('update'),
  deleteAll: query('delete'),
  softDelete: query('delete', { where: [`${first}`] }),
  restore: query('update', { where: [`${first}`] }),
  increment: query('update', { where: [`${first}`] }),
  decrement: query('update', { where: [`${first}`] }),
  clear: query('delete'),
  preload: query('read-one'),
  merge: {},
  create: { returns: 'NewEntity' },
});

const queryText = statement(['0'], ['1'], { placeholder: '$n', driver: true, lists: 'any' });
const tag: MemberRow = { tag: { binds: true, query: { op: 'raw' } }, returns: 'Rows' };

/** `where('user.id = :id', { id })`: named values stand beside the text. */
const named = (values: string, at = '0'): SqlRow => ({
  text: [at],
  values,
  placeholder: ':name',
  lists: 'expand',
  fragment: true,
});
const condition: MemberRow = { ...link({ where: 'text' }), sql: named('1') };
const widening: MemberRow = { ...link({ where: 'other' }), sql: named('1') };
const part: MemberRow = { returns: 'this', sql: { text: ['0'], placeholder: null, fragment: true } };
const join: MemberRow = { returns: 'this', sql: named('3', '2') };
const joinMapped: MemberRow = { returns: 'this', sql: named('4', '3') };

/**
 * https://typeorm.io/docs/working-with-entity-manager/repository-api, /docs/query-builder/select-query-builder,
 * /docs/advanced-topics/transactions
 */
export const typeorm: Library = {
  name: 'typeorm',
  kind: 'data',
  modules: ['typeorm', 'typeorm/*'],
  client: 'DataSource',
  exports: {
    DataSource: { new: 'DataSource', construct: { secrets: ['0.password', '0.url'] } },
    EntityManager: { new: 'Manager' },
    MongoEntityManager: { new: 'Manager' },
    Repository: { new: 'Repository' },
    TreeRepository: { new: 'Repository' },
    MongoRepository: { new: 'MongoRepository' },
    BaseEntity: { new: 'NewEntity', annotation: 'Entity', static: 'EntityClass' },
    SelectQueryBuilder: { annotation: 'Builder' },
    UpdateQueryBuilder: { annotation: 'Builder' },
    InsertQueryBuilder: { annotation: 'Builder' },
    DeleteQueryBuilder: { annotation: 'Builder' },
    QueryBuilder: { annotation: 'Builder' },
    WhereExpressionBuilder: { annotation: 'Builder' },
    QueryRunner: { annotation: 'QueryRunner' },
    Brackets: { new: 'Brackets', construct: { callbacks: { '0': { params: ['Builder'] } } } },
    NotBrackets: { new: 'Brackets', construct: { callbacks: { '0': { params: ['Builder'] } } } },
    // `Raw((alias) => `${alias} > :min`, { min })`
    Raw: { returns: 'Operator', sql: named('1') },
  },
  types: {
    DataSource: {
      members: {
        initialize: { returns: 'DataSource' },
        manager: { type: 'Manager' },
        getRepository: { returns: 'Repository' },
        getTreeRepository: { returns: 'Repository' },
        getMongoRepository: { returns: 'MongoRepository' },
        createEntityManager: { returns: 'Manager' },
        createQueryBuilder: query('build', { run: 'link', entity: '0', boundLink: 'limit' }, { returns: 'Builder' }),
        createQueryRunner: { returns: 'QueryRunner', step: 'acquire' },
        query: queryText,
        sql: tag,
        transaction: {
          callbacks: { '0': { params: ['Manager'], transaction: 0 }, '1': { params: ['Manager'], transaction: 0 } },
        },
        destroy: {},
      },
    },
    Manager: {
      members: {
        ...entityMembers(1, 'Entity'),
        ...saves({ entity: '0' }),
        ...more(1),
        sql: tag,
        getRepository: { returns: 'Repository' },
        getTreeRepository: { returns: 'Repository' },
        getMongoRepository: { returns: 'MongoRepository' },
        withRepository: { returns: 'Repository' },
        transaction: {
          callbacks: { '0': { params: ['Manager'], transaction: 0 }, '1': { params: ['Manager'], transaction: 0 } },
        },
        queryRunner: { type: 'QueryRunner' },
        dataSource: { type: 'DataSource' },
        connection: { type: 'DataSource' },
        release: {},
      },
    },
    Repository: {
      members: {
        ...entityMembers(0, 'Entity'),
        ...saves(),
        ...more(0),
        sql: tag,
        manager: { type: 'Manager' },
        extend: { returns: 'Repository' },
        findTrees: query('read-many'),
        findRoots: query('read-many'),
        findDescendants: query('read-many'),
        findAncestors: query('read-many'),
      },
    },
    MongoRepository: {
      extends: 'Repository',
      members: {
        aggregate: query('read-many', { run: 'link' }, { returns: 'mongodb.Cursor' }),
        insertOne: query('create'),
        insertMany: query('create'),
        updateOne: query('update', { where: ['0'], flags: { '2.upsert': 'upsert' } }),
        updateMany: query('update', { where: ['0'], flags: { '2.upsert': 'upsert' } }),
        replaceOne: query('update', { where: ['0'], flags: { '2.upsert': 'upsert' } }),
        deleteOne: query('delete', { where: ['0'] }),
        deleteMany: query('delete', { where: ['0'] }),
        findOneAndUpdate: query('update', { where: ['0'], flags: { '2.upsert': 'upsert' } }),
        findOneAndReplace: query('update', { where: ['0'], flags: { '2.upsert': 'upsert' } }),
        findOneAndDelete: query('delete', { where: ['0'] }),
        distinct: query('count'),
      },
    },
    EntityClass: {
      members: {
        ...entityMembers(0, 'Entity'),
        ...saves(),
        create: { returns: 'NewEntity' },
        clear: query('delete'),
        getRepository: { returns: 'Repository' },
      },
    },
    Entity: {
      members: {
        save: query('update'),
        remove: query('delete'),
        softRemove: query('delete'),
        recover: query('update'),
        reload: query('read-one'),
      },
    },
    NewEntity: { extends: 'Entity', members: { save: query('create') } },
    QueryRunner: {
      members: {
        manager: { type: 'Manager' },
        connect: { step: 'acquire' },
        release: { step: 'release' },
        startTransaction: { step: 'begin' },
        commitTransaction: { step: 'commit' },
        rollbackTransaction: { step: 'rollback' },
        query: queryText,
        sql: tag,
        stream: { query: { op: 'raw', text: ['0'], values: ['1'], streams: true }, sql: queryText.sql! },
      },
    },
    Builder: {
      chain: true,
      members: {
        select: { ...part, link: { selects: '0' } },
        addSelect: { ...part, link: { selects: '0' } },
        from: link({ entity: '0' }),
        into: link({ entity: '0' }),
        insert: becomes('create'),
        update: becomes('update', { entity: '0' }),
        delete: becomes('delete'),
        softDelete: becomes('delete'),
        restore: becomes('update'),
        where: condition,
        andWhere: condition,
        orWhere: widening,
        having: { ...part, sql: named('1') },
        andHaving: { ...part, sql: named('1') },
        orHaving: { ...part, sql: named('1') },
        whereInIds: link({ where: 'in' }),
        andWhereInIds: link({ where: 'in' }),
        orderBy: part,
        addOrderBy: part,
        groupBy: { ...part, link: { groups: true } },
        addGroupBy: { ...part, link: { groups: true } },
        innerJoin: join,
        leftJoin: join,
        innerJoinAndSelect: join,
        leftJoinAndSelect: join,
        innerJoinAndMapMany: joinMapped,
        innerJoinAndMapOne: joinMapped,
        leftJoinAndMapMany: joinMapped,
        leftJoinAndMapOne: joinMapped,
        limit: bounds,
        take: bounds,
        orIgnore: conflict,
        orUpdate: conflict,
        subQuery: becomes('build'),
        getQuery: { link: { op: 'build' } },
        getMany: runs('read-many'),
        getManyAndCount: runs('read-many'),
        getRawMany: runs('read-many'),
        getRawAndEntities: runs('read-many'),
        getOne: { link: { runs: true, op: 'read-one' }, returns: 'Entity' },
        getOneOrFail: { link: { runs: true, op: 'read-one' }, returns: 'Entity' },
        getRawOne: runs('read-one'),
        getCount: runs('count'),
        getExists: runs('count'),
        stream: { link: { runs: true, streams: true, op: 'read-many' } },
        execute: runs(),
      },
    },
    Brackets: {},
    Operator: {},
    Rows: {},
  },
};
