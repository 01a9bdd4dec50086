import { rule } from '../../../src/rules/data/no-unawaited-write.js';
import { ruleTester } from '../../rule-tester.js';

const prisma = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
const pg = "import { Pool } from 'pg';\nconst pool = new Pool();\n";

ruleTester.run('no-unawaited-write', rule as never, {
  valid: [
    { name: 'awaited', code: `${pg}export async function f() { await pool.query('DELETE FROM a WHERE b = 1'); }` },
    { name: 'caught', code: `${pg}export function f() { pool.query('DELETE FROM a WHERE b = 1').catch(log); }` },
    { name: 'dropped on purpose', code: `${pg}export function f() { void pool.query('DELETE FROM a WHERE b = 1'); }` },
    {
      name: 'a callback',
      code: `${pg}export function f(done) { pool.query('DELETE FROM a WHERE b = 1', (e) => done(e)); }`,
    },
    { name: 'a read', code: `${pg}export async function f() { pool.query('SELECT 1'); }` },
  ],
  invalid: [
    {
      name: 'a statement of its own',
      code: `${pg}export async function f() { pool.query('DELETE FROM a WHERE b = 1'); }`,
      errors: [{ messageId: 'write', data: { what: 'pool.query', client: 'pg' }, line: 3, column: 29 }],
      output: `${pg}export async function f() { await pool.query('DELETE FROM a WHERE b = 1'); }`,
    },
    {
      name: 'a lazy client, voided',
      code: `${prisma}export async function f(id) { void prisma.a.delete({ where: { id } }); }`,
      errors: [{ messageId: 'never', data: { what: 'prisma.a.delete', client: 'prisma' } }],
      output: `${prisma}export async function f(id) { await prisma.a.delete({ where: { id } }); }`,
    },
    {
      name: 'in a function that is not async',
      code: `${prisma}export function f(id) { prisma.a.delete({ where: { id } }); }`,
      errors: [{ messageId: 'never' }],
    },
    {
      name: 'a transaction',
      code: `${prisma}export async function f(id) { prisma.$transaction(async (tx) => { await tx.a.delete({ where: { id } }); }); }`,
      errors: [{ messageId: 'transaction', data: { what: 'prisma.$transaction' } }],
      output: `${prisma}export async function f(id) { await prisma.$transaction(async (tx) => { await tx.a.delete({ where: { id } }); }); }`,
    },
    {
      name: 'a map that is thrown away',
      code: `${prisma}export async function f(ids) { ids.map(async (id) => { await prisma.a.delete({ where: { id } }); }); }`,
      errors: [{ messageId: 'each', data: { what: 'ids.map' } }],
      output: `${prisma}export async function f(ids) { await Promise.all(ids.map(async (id) => { await prisma.a.delete({ where: { id } }); })); }`,
    },
  ],
});
