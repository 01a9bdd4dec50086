import { rule } from '../../../src/rules/data/no-slow-work-in-transaction.js';
import { ruleTester } from '../../rule-tester.js';

const prisma = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";

ruleTester.run('no-slow-work-in-transaction', rule as never, {
  valid: [
    {
      name: 'after the commit',
      code: `${prisma}export async function f() { await prisma.$transaction(async (tx) => { await tx.a.count(); }); await fetch('https://example.com/x'); }`,
    },
    {
      name: 'nothing but queries',
      code: `${prisma}export const f = () => prisma.$transaction(async (tx) => { await tx.a.count(); });`,
    },
  ],
  invalid: [
    {
      name: 'an HTTP call',
      code: `${prisma}export const f = () => prisma.$transaction(async (tx) => { await tx.a.count(); await fetch('https://example.com/x'); });`,
      errors: [{ messageId: 'slow', data: { what: 'fetch', does: 'calls another service', place: '' } }],
    },
    {
      name: 'in a function',
      code: `${prisma}const notify = async () => { await fetch('https://example.com/x'); };\nexport const f = () => prisma.$transaction(async (tx) => { await tx.a.count(); await notify(); });`,
      errors: [{ messageId: 'slow', data: { what: 'notify', does: 'calls another service', place: ' (line 3)' } }],
    },
    {
      name: 'a sleep',
      code: `${prisma}import { setTimeout } from 'node:timers/promises';\nexport const f = () => prisma.$transaction(async (tx) => { await tx.a.count(); await setTimeout(1000); });`,
      errors: [{ messageId: 'slow', data: { what: 'setTimeout', does: 'sleeps', place: '' } }],
    },
  ],
});
