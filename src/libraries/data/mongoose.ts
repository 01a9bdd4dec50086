import type { Library, MemberRow, QueryOperation, QueryRow } from '../../model/library.js';
import { among, becomes, bounds, columns, filter, groups, link, query, streams } from './rows.js';

/** A lazy call on a model: awaiting it, `then` or `exec()` sends it. */
const lazy = (op: QueryOperation, options: number, row: Partial<QueryRow> = {}, returns = 'Query'): MemberRow =>
  query(op, { run: 'await', transaction: [`${options}.session`], ...row }, { returns });
const filtered = (op: QueryOperation, options: number, returns?: string): MemberRow =>
  lazy(op, options, { where: ['0'], ...upserts(op, options) }, returns);
const byId = (op: QueryOperation, options: number): MemberRow =>
  lazy(op, options, { ...upserts(op, options) }, 'OneQuery');
const upserts = (op: QueryOperation, options: number): Partial<QueryRow> =>
  op === 'update' ? { flags: { [`${options}.upsert`]: 'upsert' } } : {};

const connectionString = ['0', '1.pass'];
const inSession = { '0': { params: ['Session'], transaction: 0 } };
const model: MemberRow = { returns: 'Model' };

/** https://mongoosejs.com/docs/api/model.html, /docs/api/query.html, /docs/transactions.html */
export const mongoose: Library = {
  name: 'mongoose',
  kind: 'data',
  modules: ['mongoose'],
  client: 'Connection',
  exports: {
    model,
    models: { type: 'Models' },
    connect: { returns: 'Mongoose', secrets: connectionString },
    createConnection: { returns: 'Connection', secrets: connectionString },
    startSession: { returns: 'Session', step: 'acquire' },
    connection: { type: 'Connection' },
    Mongoose: { new: 'Mongoose' },
    Model: { annotation: 'Model', static: 'Model' },
    PaginateModel: { annotation: 'Model' },
    AggregatePaginateModel: { annotation: 'Model' },
    Connection: { annotation: 'Connection' },
    Document: { annotation: 'Document' },
    HydratedDocument: { annotation: 'Document' },
    ClientSession: { annotation: 'Session' },
    Query: { annotation: 'Query' },
    Aggregate: { annotation: 'Aggregate' },
    Schema: { new: 'Schema' },
  },
  types: {
    Mongoose: {
      members: {
        model,
        models: { type: 'Models' },
        connect: { returns: 'Mongoose', secrets: connectionString },
        createConnection: { returns: 'Connection', secrets: connectionString },
        connection: { type: 'Connection' },
        startSession: { returns: 'Session', step: 'acquire' },
      },
    },
    Connection: {
      members: {
        model,
        models: { type: 'Models' },
        collection: { returns: 'mongodb.Collection' },
        db: { type: 'mongodb.Db' },
        getClient: { returns: 'mongodb.Client' },
        useDb: { returns: 'Connection' },
        asPromise: { returns: 'Connection' },
        openUri: { returns: 'Connection', secrets: connectionString },
        startSession: { returns: 'Session', step: 'acquire' },
        transaction: { callbacks: inSession },
        withSession: { callbacks: { '0': { params: ['Session'] } } },
      },
    },
    Session: {
      members: {
        withTransaction: { callbacks: inSession },
        startTransaction: { step: 'begin' },
        commitTransaction: { step: 'commit' },
        abortTransaction: { step: 'rollback' },
        endSession: { step: 'release' },
      },
    },
    Models: { others: { type: 'Model' } },
    Model: {
      new: 'NewDocument',
      members: {
        find: lazy('read-many', 2, {
          where: ['0'],
          bound: ['2.limit'],
          options: '2',
          boundName: 'limit',
          boundLink: 'limit',
        }),
        findOne: filtered('read-one', 2, 'OneQuery'),
        findById: byId('read-one', 2),
        exists: filtered('count', 1),
        countDocuments: filtered('count', 1),
        estimatedDocumentCount: lazy('count', 0),
        distinct: lazy('count', 2, { where: ['1'] }),
        create: query('create', { transaction: ['1.session'] }, { returns: 'Document' }),
        insertMany: query('create', { transaction: ['1.session'] }),
        insertOne: query('create', { transaction: ['1.session'] }, { returns: 'Document' }),
        bulkWrite: query('update', { transaction: ['1.session'] }),
        bulkSave: query('update', { transaction: ['1.session'] }),
        updateOne: filtered('update', 2),
        updateMany: filtered('update', 2),
        replaceOne: filtered('update', 2),
        deleteOne: filtered('delete', 1),
        deleteMany: filtered('delete', 1),
        findOneAndUpdate: filtered('update', 2, 'OneQuery'),
        findOneAndReplace: filtered('update', 2, 'OneQuery'),
        findOneAndDelete: filtered('delete', 1, 'OneQuery'),
        findByIdAndUpdate: byId('update', 2),
        findByIdAndDelete: byId('delete', 1),
        where: query('read-many', { run: 'await', boundLink: 'limit' }, { returns: 'Query' }),
        aggregate: query('read-many', { run: 'await', boundLink: 'limit' }, { returns: 'Aggregate' }),
        hydrate: { returns: 'Document' },
        discriminator: model,
        startSession: { returns: 'Session', step: 'acquire' },
        collection: { type: 'mongodb.Collection' },
        db: { type: 'Connection' },
        populate: {},
        watch: {},
        // The two plugins that most projects page with: mongoose-paginate-v2, mongoose-aggregate-paginate-v2.
        paginate: query('read-many', { where: ['0'], bound: ['1'] }),
        aggregatePaginate: query('read-many', { bound: ['1'] }),
      },
    },
    Query: {
      chain: true,
      members: {
        limit: bounds,
        where: columns,
        in: among,
        and: filter,
        or: filter,
        nor: filter,
        find: link({ where: 'columns' }),
        findOne: becomes('read-one', { where: 'columns' }),
        countDocuments: becomes('count'),
        estimatedDocumentCount: becomes('count'),
        distinct: becomes('count'),
        updateOne: becomes('update'),
        updateMany: becomes('update'),
        replaceOne: becomes('update'),
        deleteOne: becomes('delete'),
        deleteMany: becomes('delete'),
        findOneAndUpdate: becomes('update'),
        findOneAndDelete: becomes('delete'),
        exec: { returns: 'this', link: { runs: true } },
        cursor: { ...streams, returns: 'mongodb.Cursor' },
        getFilter: {},
        getQuery: {},
        getOptions: {},
      },
    },
    OneQuery: { extends: 'Query', chain: true, awaited: 'Document' },
    Aggregate: {
      chain: true,
      members: {
        match: columns,
        limit: bounds,
        sample: bounds,
        group: groups,
        count: link({ groups: true }),
        sortByCount: groups,
        facet: groups,
        exec: { returns: 'this', link: { runs: true } },
        cursor: { ...streams, returns: 'mongodb.Cursor' },
      },
    },
    Document: {
      members: {
        save: query('update', { transaction: ['0.session'] }, { returns: 'this' }),
        updateOne: query('update', { run: 'await', transaction: ['1.session'] }, { returns: 'Query' }),
        deleteOne: query('delete', { run: 'await', transaction: ['0.session'] }, { returns: 'Query' }),
        replaceOne: query('update', { run: 'await', transaction: ['1.session'] }, { returns: 'Query' }),
        populate: { returns: 'this' },
        set: { returns: 'this' },
      },
    },
    NewDocument: {
      extends: 'Document',
      members: { save: query('create', { transaction: ['0.session'] }, { returns: 'Document' }) },
    },
    Schema: { chain: true, members: { statics: { type: 'Statics' }, methods: { type: 'Methods' } } },
    Statics: { self: 'Model' },
    Methods: { self: 'Document' },
  },
};
