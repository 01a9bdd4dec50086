import type { Library, MemberRow, QueryOperation, QueryRow, SqlRow } from '../../model/library.js';
import { query, statement } from './rows.js';

/** Sequelize takes the transaction call by call, in the options. */
const read = (op: QueryOperation, row: Partial<QueryRow> = {}, returns?: string): MemberRow =>
  query(op, { where: ['0.where'], transaction: ['0.transaction'], ...row }, returns ? { returns } : {});
const list = { bound: ['0.limit'], options: '0', boundName: 'limit', joins: '0.include' };
const byOptions = (op: QueryOperation, at: number, row: Partial<QueryRow> = {}, returns?: string): MemberRow =>
  query(op, { transaction: [`${at}.transaction`], ...row }, returns ? { returns } : {});

const raw = statement(['0.query', '0'], ['1.bind', '1.replacements'], {
  placeholder: ':name',
  lists: 'expand',
  option: 'replacements',
});

/** Text that no value can be bound beside. */
const literal: SqlRow = { text: ['0'], placeholder: null, fragment: true };
const password = ['0.password', '0.url', '0.uri', '2', '1.password', '0'];
const transactionSteps: MemberRow = {
  returns: 'Transaction',
  callbacks: { '0': { params: ['Transaction'], transaction: 0 }, '1': { params: ['Transaction'], transaction: 0 } },
};

/**
 * https://sequelize.org/docs/v6/core-concepts/model-querying-basics/, /docs/v6/core-concepts/raw-queries/,
 * /docs/v6/other-topics/transactions/; sequelize-typescript's Model and Sequelize are the same with decorators.
 */
export const sequelize: Library = {
  name: 'sequelize',
  kind: 'data',
  modules: ['sequelize', 'sequelize/*', 'sequelize-typescript'],
  client: 'Sequelize',
  // `module.exports = (sequelize, DataTypes) => …`, as the documentation writes model files.
  parameters: { sequelize: 'Sequelize' },
  exports: {
    default: { new: 'Sequelize', construct: { secrets: password } },
    Sequelize: { new: 'Sequelize', construct: { secrets: password } },
    Model: { new: 'NewRecord', annotation: 'Record', static: 'Model' },
    ModelStatic: { annotation: 'Model' },
    ModelCtor: { annotation: 'Model' },
    Repository: { annotation: 'Model' },
    Transaction: { annotation: 'Transaction' },
    literal: { sql: literal },
    'Sequelize.literal': { sql: literal },
    QueryInterface: { annotation: 'QueryInterface' },
  },
  types: {
    Sequelize: {
      loads: 'Model',
      members: {
        /** Until version 5. */
        import: { returns: 'Model' },
        query: { ...raw, query: { ...raw.query!, transaction: ['1.transaction'] } },
        literal: { sql: literal },
        escape: {},
        define: { returns: 'Model' },
        model: { returns: 'Model' },
        models: { type: 'Models' },
        getRepository: { returns: 'Model' },
        transaction: transactionSteps,
        getQueryInterface: { returns: 'QueryInterface' },
        close: {},
        authenticate: {},
      },
    },
    Models: { others: { type: 'Model' } },
    Model: {
      new: 'NewRecord',
      members: {
        findAll: read('read-many', list),
        findAndCountAll: read('read-many', list),
        findOne: read('read-one', {}, 'Record'),
        findByPk: byOptions('read-one', 1, {}, 'Record'),
        count: read('count'),
        aggregate: byOptions('count', 2),
        max: byOptions('count', 1, { where: ['1.where'] }),
        min: byOptions('count', 1, { where: ['1.where'] }),
        sum: byOptions('count', 1, { where: ['1.where'] }),
        create: byOptions('create', 1, { flags: { '1.ignoreDuplicates': 'upsert' } }, 'Record'),
        bulkCreate: byOptions('create', 1, {
          flags: { '1.ignoreDuplicates': 'upsert', '1.updateOnDuplicate': 'upsert' },
        }),
        findOrCreate: read('upsert', {}, 'Record'),
        findCreateFind: read('upsert', {}, 'Record'),
        findOrBuild: read('read-one', {}, 'Record'),
        upsert: byOptions('upsert', 1),
        update: byOptions('update', 1, { where: ['1.where'] }),
        increment: byOptions('update', 1, { where: ['1.where'] }),
        decrement: byOptions('update', 1, { where: ['1.where'] }),
        destroy: read('delete'),
        restore: read('update'),
        truncate: read('delete'),
        build: { returns: 'NewRecord' },
        scope: { returns: 'this' },
        unscoped: { returns: 'this' },
        schema: { returns: 'this' },
        sequelize: { type: 'Sequelize' },
      },
    },
    Record: {
      members: {
        save: byOptions('update', 0),
        update: byOptions('update', 1),
        destroy: byOptions('delete', 0),
        restore: byOptions('update', 0),
        increment: byOptions('update', 1),
        decrement: byOptions('update', 1),
        reload: byOptions('read-one', 0, {}, 'Record'),
        sequelize: { type: 'Sequelize' },
      },
    },
    NewRecord: { extends: 'Record', members: { save: byOptions('create', 0) } },
    Transaction: { members: { commit: { step: 'commit' }, rollback: { step: 'rollback' }, afterCommit: {} } },
    QueryInterface: {
      members: {
        sequelize: { type: 'Sequelize' },
        bulkInsert: byOptions('create', 2, { entity: '0' }),
        insert: byOptions('create', 3),
        upsert: byOptions('upsert', 4, { entity: '0' }),
        bulkUpdate: byOptions('update', 3, { entity: '0', where: ['2'] }),
        bulkDelete: byOptions('delete', 2, { entity: '0', where: ['1'] }),
      },
    },
  },
};
