import type { Library, MemberRow, QueryOperation, QueryRow } from '../../model/library.js';

const model = (op: QueryOperation, more: Partial<QueryRow> = {}): MemberRow => ({
  // Prisma's promises are lazy: nothing runs until they are awaited.
  query: { op, run: 'await', where: ['0.where'], ...more },
  returns: 'Pending',
});

/** https://www.prisma.io/docs/orm/reference/prisma-client-reference: model queries, raw queries, transactions. */
export const prisma: Library = {
  name: 'prisma',
  kind: 'data',
  modules: ['@prisma/client', '@prisma/client/*', '.prisma/client', '@prisma/extension-accelerate'],
  generated: /(?:^|[/@-])prisma(?:[/-]?client)?(?:$|\/)|generated\/(?:prisma|client)/i,
  client: 'Client',
  exports: {
    PrismaClient: { new: 'Client' },
    'Prisma.TransactionClient': { annotation: 'Client' },
    'Prisma.DefaultPrismaClient': { annotation: 'Client' },
    'Prisma.sql': { returns: 'Sql', tag: { binds: true, returns: 'Sql' } },
    'Prisma.join': { returns: 'Sql' },
    'Prisma.empty': { type: 'Sql' },
    'Prisma.raw': { returns: 'Sql', sql: { text: ['0'], placeholder: 'tag', escape: 'raw', fragment: true } },
  },
  types: {
    Client: {
      members: {
        $queryRaw: {
          tag: { binds: true, query: { op: 'raw', run: 'await' } },
          query: { op: 'raw', text: ['0'], run: 'await' },
          returns: 'Pending',
        },
        $executeRaw: {
          tag: { binds: true, query: { op: 'raw', run: 'await' } },
          query: { op: 'raw', text: ['0'], run: 'await' },
          returns: 'Pending',
        },
        $queryRawUnsafe: {
          query: { op: 'raw', text: ['0'], values: ['1'], run: 'await' },
          sql: { text: ['0'], placeholder: '$n', lists: 'any', spread: true, tag: '$queryRaw' },
          returns: 'Pending',
        },
        $executeRawUnsafe: {
          query: { op: 'raw', text: ['0'], values: ['1'], run: 'await' },
          sql: { text: ['0'], placeholder: '$n', lists: 'any', spread: true, tag: '$executeRaw' },
          returns: 'Pending',
        },
        $transaction: { callbacks: { '0': { params: ['Client'], transaction: 0 } } },
        $extends: { returns: 'Client', callbacks: { '0': { params: ['Client'] } } },
        // Of the extension prisma-extension-kysely.
        $kysely: { type: 'kysely.Kysely' },
        $connect: {},
        $disconnect: {},
        $on: {},
        $use: {},
      },
      others: { type: 'Model' },
    },
    Model: {
      members: {
        findMany: model('read-many', { bound: ['0.take'], options: '0', boundName: 'take' }),
        findUnique: model('read-one'),
        findUniqueOrThrow: model('read-one'),
        findFirst: model('read-one'),
        findFirstOrThrow: model('read-one'),
        create: model('create'),
        createMany: model('create'),
        createManyAndReturn: model('create'),
        update: model('update'),
        updateMany: model('update'),
        updateManyAndReturn: model('update'),
        upsert: model('upsert'),
        delete: model('delete'),
        deleteMany: model('delete'),
        count: model('count'),
        aggregate: model('count'),
        groupBy: model('count'),
      },
    },
    Pending: {},
    Sql: {},
  },
};
