import type { Library, MemberRow } from '../../model/library.js';
import { becomes, bounds, link, query } from './rows.js';

const start: MemberRow = query(
  'read-many',
  { run: 'await', transaction: ['0'], boundLink: 'limit' },
  { returns: 'Builder' },
);
const related: MemberRow = query(
  'read-many',
  { run: 'await', transaction: ['1'], entity: '0', boundLink: 'limit' },
  { returns: 'Builder' },
);
const byId: MemberRow = becomes('read-one');

/** https://vincit.github.io/objection.js/api/: knex' builder under a model. */
export const objection: Library = {
  name: 'objection',
  kind: 'data',
  modules: ['objection'],
  client: 'Model',
  exports: {
    Model: { new: 'Instance', static: 'Model' },
    QueryBuilder: { annotation: 'Builder' },
    Transaction: { annotation: 'knex.Knex' },
    raw: {
      returns: 'Raw',
      sql: { text: ['0'], values: '1', placeholder: '?', lists: 'expand', fragment: true, spread: true },
    },
    transaction: { callbacks: { '-1': { params: ['knex.Knex'], transaction: 0 } } },
    'transaction.start': { returns: 'knex.Knex', step: 'begin' },
  },
  types: {
    Model: {
      new: 'Instance',
      members: {
        query: start,
        relatedQuery: related,
        transaction: { callbacks: { '-1': { params: ['knex.Knex'], transaction: 0 } } },
        startTransaction: { returns: 'knex.Knex', step: 'begin' },
        bindKnex: { returns: 'this' },
        bindTransaction: { returns: 'this' },
        knex: { returns: 'knex.Knex' },
        fetchGraph: query('read-many'),
        raw: {
          returns: 'Raw',
          sql: { text: ['0'], values: '1', placeholder: '?', lists: 'expand', fragment: true, spread: true },
        },
      },
    },
    Instance: {
      members: {
        $query: { ...start, query: { ...start.query!, op: 'read-one' } },
        $relatedQuery: related,
        $fetchGraph: query('read-many'),
      },
    },
    Builder: {
      extends: 'knex.Builder',
      chain: true,
      members: {
        findById: byId,
        findOne: byId,
        findByIds: link({ where: 'in' }),
        insertAndFetch: becomes('create'),
        insertGraph: becomes('create'),
        insertGraphAndFetch: becomes('create'),
        upsertGraph: becomes('upsert'),
        upsertGraphAndFetch: becomes('upsert'),
        patch: becomes('update'),
        patchAndFetch: becomes('update'),
        patchAndFetchById: becomes('update'),
        updateAndFetch: becomes('update'),
        updateAndFetchById: becomes('update'),
        relate: becomes('update'),
        unrelate: becomes('update'),
        deleteById: becomes('delete'),
        resultSize: becomes('count'),
        page: bounds,
        range: bounds,
        transacting: link({}),
        toKnexQuery: { returns: 'knex.Builder' },
        for: link({}),
      },
    },
    Raw: { chain: true },
  },
};
