import { rule } from '../../../src/rules/auth/require-ownership-check.js';
import { ruleTester } from '../../rule-tester.js';

const head =
  "import express from 'express';\nimport { PrismaClient } from '@prisma/client';\nimport { requireAuth, requireAdmin } from './auth';\nconst prisma = new PrismaClient();\nconst app = express();\n";
const route = (body: string, guards = 'requireAuth'): string =>
  `${head}app.get('/invoices/:id', ${guards}, async (req, res) => {\n  ${body}\n});`;
const load = 'const invoice = await prisma.invoice.findUnique({ where: { id: req.params.id } });';
const dropping = (body: string): string =>
  `${head}async function load(id, userId) { ${body} }\napp.get('/invoices/:id', requireAuth, async (req, res) => {\n  res.json(await load(req.params.id, req.user.id));\n});`;

ruleTester.run('require-ownership-check', rule as never, {
  valid: [
    { name: 'compared afterwards', code: route(`${load} if (invoice.userId !== req.user.id) throw new Error('no');`) },
    {
      name: 'in the filter',
      code: route('res.json(await prisma.invoice.findFirst({ where: { id: req.params.id, userId: req.user.id } }));'),
    },
    { name: 'for administrators', code: route(load, 'requireAuth, requireAdmin') },
    { name: 'public', code: `${head}app.get('/invoices/:id', async (req, res) => { ${load} res.json(invoice); });` },
    { name: 'asked of a policy', code: route(`${load} assertAccess(req, invoice);`) },
    {
      name: 'reference data',
      code: route('res.json(await prisma.currency.findUnique({ where: { id: req.params.id } }));'),
    },
    {
      name: 'by the caller’s own id',
      code: route('res.json(await prisma.invoice.findUnique({ where: { id: req.user.invoiceId } }));'),
    },
    {
      name: 'the caller handed on and dropped, without the option',
      code: dropping('return prisma.invoice.findUnique({ where: { id } });'),
    },
    {
      name: 'the caller handed on and used',
      options: [{ checkIndirect: true }],
      code: dropping('return prisma.invoice.findFirst({ where: { id, userId } });'),
    },
    {
      name: 'public, and a record called as h3 calls its request',
      code: `${head}app.get('/invoices/:id', async (req, res) => { const event = await prisma.invoice.findUnique({ where: { id: req.params.id } }); res.json({ by: event.user.name }); });`,
    },
  ],
  invalid: [
    {
      name: 'by the id alone',
      filename: '/nowhere/app.ts',
      code: route(`${load} res.json(invoice);`),
      errors: [{ messageId: 'untied', data: { what: 'GET /invoices/:id loads from invoice' }, line: 7, column: 25 }],
    },
    {
      name: 'the caller only logged',
      filename: '/nowhere/app.ts',
      code: route(
        "console.log('deleted by', req.user.id); await prisma.invoice.delete({ where: { id: Number(req.params.id) } });",
      ),
      errors: [{ messageId: 'untied', data: { what: 'GET /invoices/:id deletes from invoice' } }],
    },
    {
      name: 'the caller handed on and dropped',
      filename: '/nowhere/app.ts',
      options: [{ checkIndirect: true }],
      code: dropping('return prisma.invoice.findUnique({ where: { id } });'),
      errors: [{ messageId: 'dropped' }],
    },
  ],
});
