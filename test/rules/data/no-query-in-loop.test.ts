import { rule } from '../../../src/rules/data/no-query-in-loop.js';
import { ruleTester } from '../../rule-tester.js';

const prisma = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
const knex = "import Knex from 'knex';\nconst db = Knex({ client: 'pg' });\n";
const sqlite = "import Database from 'better-sqlite3';\nconst db = new Database('a.db');\n";

ruleTester.run('no-query-in-loop', rule as never, {
  valid: [
    {
      name: 'one query for all',
      code: `${prisma}export const f = (ids) => prisma.user.findMany({ where: { id: { in: ids } } });`,
    },
    {
      name: 'a retry',
      code: `${prisma}export async function f(id) { for (let i = 0; i < 3; i++) { const u = await prisma.user.findUnique({ where: { id } }); if (u) return u; } }`,
    },
    {
      name: 'chunks',
      code: `${prisma}export async function f(chunks) { for (const ids of chunks) await prisma.user.findMany({ where: { id: { in: ids } } }); }`,
    },
    {
      name: 'pages',
      code: `${prisma}export async function f() { let id = 0; while (true) { const rows = await prisma.user.findMany({ where: { id: { gt: id } }, take: 9 }); if (!rows.length) return; id = rows.at(-1).id; } }`,
    },
    {
      name: 'a list that is written down',
      code: `${prisma}export async function f() { for (const role of ['a', 'b']) await prisma.user.count({ where: { role } }); }`,
    },
    {
      name: 'a database inside the process',
      code: `${sqlite}export function f(ids) { for (const id of ids) db.prepare('SELECT * FROM a WHERE id = ?').get(id); }`,
    },
    {
      name: 'values of its own for each row',
      code: `${prisma}export async function f(rows) { for (const row of rows) await prisma.user.update({ where: { id: row.id }, data: { name: row.name } }); }`,
    },
    {
      name: 'a few at a time',
      code: `${prisma}export const f = (ids, limit) => Promise.all(ids.map((id) => limit(() => prisma.user.findUnique({ where: { id } }))));`,
    },
    {
      name: 'rows down a tree, each under the one before it',
      code: `${prisma}async function copy(folder, parentId) { const { id } = await prisma.folder.create({ data: { name: folder.name, parentId } }); await Promise.all(folder.children.map((child) => copy(child, id))); }\nexport async function f(folders) { for (const folder of folders) await copy(folder, null); }`,
    },
    {
      name: 'statements that are put together elsewhere',
      code: `${prisma}export async function f(statements) { for (const sql of statements) await prisma.$executeRawUnsafe(sql); }`,
    },
    {
      name: 'definitions of tables',
      code: `${prisma}export async function f(names) { for (const name of names) await prisma.$executeRawUnsafe('ALTER TABLE ' + name + ' ADD COLUMN a int'); }`,
    },
    {
      name: 'another table each time',
      code: `${knex}export async function f(tables, id) { for (const table of tables) await db(table).where({ id }).first(); }`,
    },
    {
      name: 'a read on the way of a job on each row',
      code: `${prisma}const find = (id) => prisma.user.findUnique({ where: { id } });\nasync function settle(user) {\n  await prisma.bill.create({ data: { userId: user.id } });\n  await prisma.fee.create({ data: { userId: user.id } });\n  await prisma.entry.create({ data: { userId: user.id } });\n  await prisma.note.create({ data: { userId: user.id } });\n}\nexport async function f(ids) { for (const id of ids) { const user = await find(id); await settle(user); } }`,
    },
  ],
  invalid: [
    {
      name: 'for … of',
      code: `${prisma}export async function f(orders) { for (const order of orders) { await prisma.line.findMany({ where: { orderId: order.id } }); } }`,
      errors: [
        {
          messageId: 'sequential',
          data: {
            what: 'prisma.line.findMany',
            remedy: '`include` the relation in the first query, or read all rows with `where: { id: { in: ids } }`.',
          },
          line: 3,
          column: 71,
        },
      ],
    },
    {
      name: 'all at once',
      code: `${knex}export const f = (orders) => Promise.all(orders.map((order) => db('lines').where({ order_id: order.id })));`,
      errors: [
        {
          messageId: 'fanOut',
          data: {
            what: 'db',
            remedy: 'Join it in the first query, or read all rows with `whereIn(column, ids)`.',
          },
        },
      ],
    },
    {
      name: 'in a function',
      code: `${prisma}const load = (id) => prisma.user.findUnique({ where: { id } });\nexport async function f(posts) { for (let i = 0; i < posts.length; i++) { await load(posts[i].authorId); } }`,
      errors: [{ messageId: 'sequential' }],
    },
    {
      name: 'a list that is worked off',
      code: `${prisma}export async function f(queue) { while (queue.length > 0) { const id = queue.shift(); await prisma.user.findUnique({ where: { id } }); } }`,
      errors: [{ messageId: 'sequential' }],
    },
    {
      name: 'rows that are created',
      code: `${prisma}export async function f(rows) { for (const row of rows) await prisma.user.create({ data: row }); }`,
      errors: [
        {
          messageId: 'sequential',
          data: {
            what: 'prisma.user.create',
            remedy:
              'Write all rows with `createMany`, `updateMany` or `deleteMany`, or hand the list to `$transaction`.',
          },
        },
      ],
    },
  ],
});
