import { rule } from '../../../src/rules/auth/require-scope-check.js';
import { ruleTester } from '../../rule-tester.js';

const head =
  "import express from 'express';\nimport { PrismaClient } from '@prisma/client';\nimport { authenticate, requireRole } from './auth';\nconst prisma = new PrismaClient();\nconst app = express();\napp.use(authenticate);\n";
const remove = (path: string, guards = '', where = 'id: req.params.id'): string =>
  `app.delete('${path}', ${guards}async (req, res) => {\n  await prisma.plan.deleteMany({ where: { ${where} } });\n});\n`;
const demanding = remove('/plans', "requireRole('admin'), ");

ruleTester.run('require-scope-check', rule as never, {
  valid: [
    { name: 'no rights in the project', code: head + remove('/plans/:id') },
    { name: 'every route asks', code: head + demanding + remove('/plans/:id', "requireRole('admin'), ") },
    {
      name: 'the caller’s own',
      code: head + demanding + remove('/stars/:id', '', 'id: req.params.id, userId: req.user.id'),
    },
    { name: 'about oneself', code: head + demanding + remove('/me') },
    {
      name: 'asked in the handler',
      code: `${head}${demanding}app.delete('/x/:id', async (req, res) => { if (req.user.role !== 'admin') return res.status(403).end(); await prisma.plan.delete({ where: { id: req.params.id } }); });`,
    },
    {
      name: 'reading',
      code: `${head}${demanding}app.get('/plans/:id', async (req, res) => res.json(await prisma.plan.findUnique({ where: { id: req.params.id } })));`,
    },
  ],
  invalid: [
    {
      name: 'beside a route that asks',
      code: head + demanding + remove('/plans/:id'),
      errors: [
        { messageId: 'unscoped', data: { route: 'DELETE /plans/:id', other: 'DELETE /plans' }, line: 10, column: 1 },
      ],
    },
  ],
});
