import type { Library, MemberRow, QueryOperation, QueryRow } from '../../model/library.js';
import { becomes, bounds, query, runs, streams } from './rows.js';

/** A call on a collection; sessions are handed over in the options. */
const call = (op: QueryOperation, options: number, row: Partial<QueryRow> = {}): MemberRow =>
  query(op, { transaction: [`${options}.session`], ...row });
const filtered = (op: QueryOperation, options: number): MemberRow =>
  call(op, options, {
    where: ['0'],
    ...(op === 'update' ? { flags: { [`${options}.upsert`]: 'upsert' as const } } : {}),
  });
const callbacks = { '0': { params: ['Session'], transaction: 0 } };

/** https://www.mongodb.com/docs/drivers/node/current/crud/: cursors run when they are read. */
export const mongodb: Library = {
  name: 'mongodb',
  kind: 'data',
  modules: ['mongodb'],
  client: 'Db',
  exports: {
    MongoClient: { new: 'Client', construct: { secrets: ['0', '1.auth.password'] } },
    'MongoClient.connect': { returns: 'Client', secrets: ['0', '1.auth.password'] },
    Db: { annotation: 'Db' },
    Collection: { annotation: 'Collection' },
    FindCursor: { annotation: 'Cursor' },
    AggregationCursor: { annotation: 'Cursor' },
    ClientSession: { annotation: 'Session' },
  },
  types: {
    Client: {
      members: {
        connect: { returns: 'Client' },
        db: { returns: 'Db' },
        startSession: { returns: 'Session', step: 'acquire' },
        withSession: { callbacks: { '0': { params: ['Session'] }, '1': { params: ['Session'] } } },
        close: {},
      },
    },
    Db: {
      members: {
        collection: { returns: 'Collection' },
        createCollection: { returns: 'Collection' },
        aggregate: query('read-many', { run: 'link', boundLink: 'limit' }, { returns: 'Cursor' }),
        command: {},
        admin: {},
      },
    },
    Session: {
      members: {
        withTransaction: { callbacks },
        startTransaction: { step: 'begin' },
        commitTransaction: { step: 'commit' },
        abortTransaction: { step: 'rollback' },
        endSession: { step: 'release' },
      },
    },
    Collection: {
      members: {
        find: query(
          'read-many',
          {
            run: 'link',
            where: ['0'],
            bound: ['1.limit'],
            options: '1',
            boundName: 'limit',
            boundLink: 'limit',
            transaction: ['1.session'],
          },
          { returns: 'Cursor' },
        ),
        aggregate: query(
          'read-many',
          { run: 'link', boundLink: 'limit', transaction: ['1.session'] },
          { returns: 'Cursor' },
        ),
        findOne: filtered('read-one', 1),
        insertOne: call('create', 1),
        insertMany: call('create', 1),
        bulkWrite: call('update', 1),
        updateOne: filtered('update', 2),
        updateMany: filtered('update', 2),
        replaceOne: filtered('update', 2),
        findOneAndUpdate: filtered('update', 2),
        findOneAndReplace: filtered('update', 2),
        findOneAndDelete: filtered('delete', 1),
        deleteOne: filtered('delete', 1),
        deleteMany: filtered('delete', 1),
        countDocuments: filtered('count', 1),
        estimatedDocumentCount: call('count', 0),
        count: filtered('count', 1),
        distinct: call('count', 2, { where: ['1'] }),
        watch: {},
      },
    },
    Cursor: {
      chain: true,
      members: {
        limit: bounds,
        filter: { returns: 'this', link: { where: 'columns' } },
        toArray: runs(),
        next: streams,
        tryNext: streams,
        hasNext: streams,
        forEach: streams,
        stream: streams,
        count: runs('count'),
        explain: becomes('build'),
      },
    },
  },
};
