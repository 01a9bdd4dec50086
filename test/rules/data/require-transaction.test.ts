import { rule } from '../../../src/rules/data/require-transaction.js';
import { ruleTester } from '../../rule-tester.js';

const prisma = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";

ruleTester.run('require-transaction', rule as never, {
  valid: [
    {
      name: 'one transaction',
      code: `${prisma}export const f = () => prisma.$transaction(async (tx) => { const o = await tx.order.create({ data: {} }); await tx.line.create({ data: { orderId: o.id } }); });`,
    },
    {
      name: 'the array form',
      code: `${prisma}export const f = (id) => prisma.$transaction([prisma.line.deleteMany({ where: { orderId: id } }), prisma.order.delete({ where: { id } })]);`,
    },
    {
      name: 'one or the other',
      code: `${prisma}export async function f(id) { if (id) return prisma.order.update({ where: { id }, data: {} }); return prisma.line.create({ data: { orderId: id } }); }`,
    },
    {
      name: 'a log on the side',
      code: `${prisma}export async function f(id) { await prisma.order.delete({ where: { id } }); await prisma.auditLog.create({ data: { orderId: id } }); }`,
    },
    {
      name: 'nothing in common',
      code: `${prisma}export async function f(a, b) { await prisma.order.update({ where: { id: a }, data: { x: 1 } }); await prisma.theme.update({ where: { id: b }, data: { y: 1 } }); }`,
    },
    {
      name: "the caller's transaction",
      code: `${prisma}export async function f(tx, id) { await tx.order.delete({ where: { id } }); await tx.line.deleteMany({ where: { orderId: id } }); }`,
    },
    {
      name: 'clean-up after a failure',
      code: `${prisma}export async function f(id) { try { await prisma.order.create({ data: { id } }); } catch { await prisma.draft.delete({ where: { id } }); } }`,
    },
    {
      name: "repositories of a context, which carries the caller's transaction",
      code: "import { DataSource } from 'typeorm';\nimport { Order, Line } from './entities';\nexport class Orders {\n  constructor(private readonly connection: DataSource) {}\n  async create(ctx: Context, input: Order) {\n    const order = await this.connection.getRepository(ctx, Order).save(input);\n    await this.connection.getRepository(ctx, Line).save({ orderId: order.id });\n  }\n}",
    },
    {
      name: 'the client of the running transaction, asked for by name',
      code: `${prisma}export const f = async () => { const o = await prisma.txClient().order.create({ data: {} }); await prisma.txClient().line.create({ data: { orderId: o.id } }); };`,
    },
  ],
  invalid: [
    {
      name: 'a row and what belongs to it',
      code: `${prisma}export async function f() { const o = await prisma.order.create({ data: {} }); await prisma.line.create({ data: { orderId: o.id } }); }`,
      errors: [
        {
          messageId: 'torn',
          data: {
            first: 'creates a row (prisma.order.create)',
            second: 'creates a row (prisma.line.create)',
            line: '3',
            why: ' with its result',
            form: 'prisma.$transaction(async (tx) => …)',
          },
        },
      ],
    },
    {
      name: 'an amount moved in two steps',
      code: `${prisma}export async function f(a, b, n) { await prisma.account.update({ where: { id: a }, data: { cents: { decrement: n } } }); await prisma.account.update({ where: { id: b }, data: { cents: { increment: n } } }); }`,
      errors: [{ messageId: 'torn' }],
    },
    {
      name: 'a list that is replaced',
      code: `${prisma}export async function f(id, rows) { await prisma.line.deleteMany({ where: { orderId: id } }); await prisma.line.createMany({ data: rows.map((row) => ({ ...row, orderId: id })) }); }`,
      errors: [{ messageId: 'torn' }],
    },
    {
      name: 'a write beside its transaction',
      code: `${prisma}export async function f(id) { await prisma.$transaction(async (tx) => { await tx.line.deleteMany({ where: { orderId: id } }); }); await prisma.order.delete({ where: { id } }); }`,
      errors: [{ messageId: 'beside' }],
    },
  ],
});
