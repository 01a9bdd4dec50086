import { rule } from '../../../src/rules/data/no-check-then-act.js';
import { ruleTester } from '../../rule-tester.js';

const prisma = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
const pg = "import { Pool } from 'pg';\nconst pool = new Pool();\n";

ruleTester.run('no-check-then-act', rule as never, {
  valid: [
    {
      name: 'an upsert',
      code: `${prisma}export const f = (a: string) => prisma.tag.upsert({ where: { a }, create: { a }, update: {} });`,
    },
    {
      name: 'in a transaction',
      code: `${prisma}export const f = (a: string) => prisma.$transaction(async (tx) => { const t = await tx.tag.findFirst({ where: { a } }); if (!t) await tx.tag.create({ data: { a } }); });`,
    },
    {
      name: 'a handled conflict',
      code: `${prisma}export async function f(a: string) { if (await prisma.tag.findFirst({ where: { a } })) return; try { await prisma.tag.create({ data: { a } }); } catch (e) { if (e.code !== 'P2002') throw e; } }`,
    },
    {
      name: 'a row that has to be there',
      code: `${prisma}export async function f(id: string) { const t = await prisma.tag.findFirst({ where: { id } }); if (!t) throw new Error('none'); await prisma.tag.create({ data: { a: t.a } }); }`,
    },
    {
      name: 'another table',
      code: `${prisma}export async function f(a: string) { const t = await prisma.ban.findFirst({ where: { a } }); if (t) return; await prisma.tag.create({ data: { a } }); }`,
    },
    {
      name: 'a lock',
      code: `${prisma}export async function f(a: string) { await locks.acquire(a, async () => { const t = await prisma.tag.findFirst({ where: { a } }); if (!t) await prisma.tag.create({ data: { a } }); }); await lock.release(); }`,
    },
    {
      name: 'the database reckons',
      code: `${prisma}export const f = (id: string, n: number) => prisma.a.update({ where: { id }, data: { balance: { decrement: n } } });`,
    },
    {
      name: 'an optimistic update',
      code: `${prisma}export async function f(id: string, n: number) { const a = await prisma.a.findFirst({ where: { id } }); await prisma.a.updateMany({ where: { id, balance: a.balance }, data: { balance: a.balance - n } }); }`,
    },
    {
      name: 'a page number',
      code: `${prisma}export async function f() { const n = await prisma.a.count(); return { pages: n + 1 }; }`,
    },
  ],
  invalid: [
    {
      name: 'looked up, then created',
      code: `${prisma}export async function f(a: string) { const t = await prisma.tag.findFirst({ where: { a } }); if (!t) await prisma.tag.create({ data: { a } }); }`,
      errors: [
        {
          messageId: 'create',
          data: {
            entity: 'a row of tag',
            line: '3',
            upsert: '`upsert`',
            column: 'the number',
            increment: '`{ increment: n }`',
          },
        },
      ],
    },
    {
      name: 'refused when found, then created',
      code: `${pg}export async function f(a: string) { const t = await pool.query('SELECT 1 FROM tags WHERE a = $1', [a]); if (t.rows.length > 0) throw new Error('taken'); await pool.query('INSERT INTO tags (a) VALUES ($1)', [a]); }`,
      errors: [{ messageId: 'create' }],
    },
    {
      name: 'read, reckoned, written',
      code: `${prisma}export async function f(id: string, n: number) { const a = await prisma.a.findFirst({ where: { id } }); await prisma.a.update({ where: { id }, data: { balance: a.balance - n } }); }`,
      errors: [
        {
          messageId: 'amount',
          data: {
            column: 'balance',
            line: '3',
            entity: 'a row of a',
            upsert: '`upsert`',
            increment: '`{ increment: n }`',
          },
        },
      ],
    },
    {
      name: 'the number after the last',
      code: `${prisma}export async function f() { const n = await prisma.invoice.count(); await prisma.invoice.create({ data: { number: n + 1 } }); }`,
      errors: [
        {
          messageId: 'number',
          data: {
            column: 'number',
            line: '3',
            entity: 'a row of invoice',
            upsert: '`upsert`',
            increment: '`{ increment: n }`',
          },
        },
      ],
    },
  ],
});
