import { rule } from '../../../src/rules/data/no-transaction-escape.js';
import { ruleTester } from '../../rule-tester.js';

const prisma = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
const knex = "import Knex from 'knex';\nconst db = Knex({ client: 'pg' });\n";
const pg = "import { Pool } from 'pg';\nconst pool = new Pool();\n";
const sequelize =
  "import { Sequelize } from 'sequelize';\nconst sequelize = new Sequelize('x');\nconst User = sequelize.define('User', {});\n";

ruleTester.run('no-transaction-escape', rule as never, {
  valid: [
    {
      name: "the transaction's own client",
      code: `${prisma}export const f = () => prisma.$transaction(async (tx) => { await tx.user.delete({ where: { id: 1 } }); });`,
    },
    {
      name: 'queries before and after',
      code: `${prisma}export async function f() { await prisma.user.count(); await prisma.$transaction(async (tx) => { await tx.user.count(); }); await prisma.user.count(); }`,
    },
    {
      name: 'the array form',
      code: `${prisma}export const f = () => prisma.$transaction([prisma.user.deleteMany({ where: { a: 1 } })]);`,
    },
    {
      name: 'a second database',
      code: `${prisma}const other = new PrismaClient();\nexport const f = () => prisma.$transaction(async (tx) => { await tx.user.count(); await other.event.count(); });`,
    },
    {
      name: 'a client that may be the transaction',
      code: `${prisma}export async function f(tx?: Prisma.TransactionClient) { await (tx ?? prisma).user.count(); }`,
    },
    {
      name: 'what runs after the transaction',
      code: `${prisma}export const f = () => prisma.$transaction(async (tx) => { await tx.user.count(); setTimeout(async () => { await prisma.user.count(); }, 10); });`,
    },
    {
      name: 'Sequelize with CLS',
      code: `${sequelize}Sequelize.useCLS(namespace);\nexport const f = () => sequelize.transaction(async () => { await User.create({}); });`,
    },
    {
      name: 'a function handed a context that carries the transaction',
      code: `${sequelize}async function g(ctx, options) { await User.create({}, { transaction: options?.transaction }); }\nexport const f = (ctx) => sequelize.transaction(async (transaction) => { await g({ ...ctx, transaction }); });`,
    },
    {
      name: 'a function that does something else, and looks something up for it',
      code: `${prisma}const find = (id) => prisma.server.findUnique({ where: { id } });\nconst run = async (id, command) => { const server = await find(id); return connect(server.host, command); };\nexport const f = (id) => prisma.$transaction(async (tx) => { await tx.order.create({ data: { id } }); await run(id, 'x'); });`,
    },
    {
      name: 'the running transaction, asked for by name',
      code: `${prisma}const drop = (id) => prisma.txClient().order.delete({ where: { id } });\nexport const f = (id) => prisma.$transaction(async (tx) => { await tx.line.deleteMany({ where: { orderId: id } }); await drop(id); });`,
    },
  ],
  invalid: [
    {
      name: 'a function that reads what the transaction has just written',
      code: `${prisma}const read = (id) => prisma.order.findUnique({ where: { id } });\nconst find = async (id) => toView(await read(id));\nexport const f = (id) => prisma.$transaction(async (tx) => { await tx.order.update({ where: { id }, data: { paid: true } }); return await find(id); });`,
      errors: [{ messageId: 'helper' }],
    },
    {
      name: 'the outer client',
      code: `${prisma}export const f = () => prisma.$transaction(async (tx) => { await tx.a.count(); await prisma.b.delete({ where: { id: 1 } }); });`,
      errors: [
        {
          messageId: 'client',
          data: { what: 'prisma.b.delete', client: 'tx' },
          line: 3,
          column: 86,
          endColumn: 92,
        },
      ],
      output: `${prisma}export const f = () => prisma.$transaction(async (tx) => { await tx.a.count(); await tx.b.delete({ where: { id: 1 } }); });`,
    },
    {
      name: 'a callback that takes no client yet',
      code: `${prisma}export const f = () => prisma.$transaction(async () => { await prisma.b.count(); });`,
      errors: [{ messageId: 'client' }],
      output: `${prisma}export const f = () => prisma.$transaction(async (tx) => { await tx.b.count(); });`,
    },
    {
      name: 'a callable client',
      code: `${knex}export const f = () => db.transaction(async (trx) => { await trx('a').del(); await db('b').del(); });`,
      errors: [{ messageId: 'client', data: { what: 'db', client: 'trx' } }],
      output: `${knex}export const f = () => db.transaction(async (trx) => { await trx('a').del(); await trx('b').del(); });`,
    },
    {
      name: 'an outer client handed to a function',
      code: `${knex}const g = (conn) => conn('b').del();\nexport const f = () => db.transaction(async (trx) => { await g(db); });`,
      errors: [{ messageId: 'argument', data: { what: 'g', argument: 'db', client: 'trx' } }],
      output: `${knex}const g = (conn) => conn('b').del();\nexport const f = () => db.transaction(async (trx) => { await g(trx); });`,
    },
    {
      name: 'a function that takes the transaction and is not given it',
      code: `${knex}const g = (id, conn = db) => conn('b').where({ id }).del();\nexport const f = () => db.transaction(async (trx) => { await g(1); });`,
      errors: [{ messageId: 'missing', data: { what: 'g', parameter: 'conn', client: 'trx' } }],
      output: `${knex}const g = (id, conn = db) => conn('b').where({ id }).del();\nexport const f = () => db.transaction(async (trx) => { await g(1, trx); });`,
    },
    {
      name: 'a function with a client of its own',
      code: `${knex}const g = (id) => db('b').where({ id }).del();\nexport const f = () => db.transaction(async (trx) => { await g(1); });`,
      errors: [{ messageId: 'helper', data: { what: 'g', client: 'trx' } }],
    },
    {
      name: 'an option that is not handed over',
      code: `${sequelize}export const f = () => sequelize.transaction(async (t) => { await User.destroy({ where: { id: 1 } }); });`,
      errors: [{ messageId: 'option', data: { what: 'User.destroy', client: '{ transaction: t }' } }],
      output: `${sequelize}export const f = () => sequelize.transaction(async (t) => { await User.destroy({ where: { id: 1 }, transaction: t }); });`,
    },
    {
      name: 'between BEGIN and COMMIT',
      code: `${pg}export async function f() { const client = await pool.connect(); await client.query('BEGIN'); await pool.query('DELETE FROM a WHERE b = 1'); await client.query('COMMIT'); await pool.query('SELECT 1'); client.release(); }`,
      errors: [{ messageId: 'client', data: { what: 'pool.query', client: 'client' } }],
      output: `${pg}export async function f() { const client = await pool.connect(); await client.query('BEGIN'); await client.query('DELETE FROM a WHERE b = 1'); await client.query('COMMIT'); await pool.query('SELECT 1'); client.release(); }`,
    },
    {
      name: 'BEGIN through a pool',
      code: `${pg}export const f = () => pool.query('BEGIN');`,
      errors: [{ messageId: 'pool', data: { what: "query('BEGIN')" } }],
    },
    {
      name: 'a client that is kept',
      code: `${prisma}let kept;\nexport const f = () => prisma.$transaction(async (tx) => { kept = tx; });`,
      errors: [{ messageId: 'kept', data: { what: 'kept' } }],
    },
  ],
});
