import { rule } from '../../../src/rules/http/require-auth-on-mutations.js';
import { ruleTester } from '../../rule-tester.js';

const head =
  "import express from 'express';\nimport { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nconst app = express();\n";
const remove = (guard = '', path = '/orders/:id'): string =>
  `app.delete('${path}', ${guard}async (req, res) => { await prisma.order.delete({ where: { id: req.params.id } }); res.end(); });`;

ruleTester.run('require-auth-on-mutations', rule as never, {
  valid: [
    { name: 'a guard', code: `import passport from 'passport';\n${head}${remove("passport.authenticate('jwt'), ")}` },
    {
      name: 'a guard by what it does',
      code: `${head}const g = (req, res, next) => (check(req.headers.authorization) ? next() : res.sendStatus(401));\napp.use(g);\n${remove()}`,
    },
    {
      name: 'the handler asks',
      code: `${head}app.delete('/orders/:id', async (req, res) => { if (!req.user) return res.sendStatus(401); await prisma.order.delete({ where: { id: req.params.id } }); res.end(); });`,
    },
    { name: 'a webhook', code: `${head}${remove('', '/webhooks/x')}` },
    {
      name: 'a read',
      code: `${head}app.post('/search', async (req, res) => res.json(await prisma.order.findMany({ take: 9 })));`,
    },
  ],
  invalid: [
    {
      name: 'nobody asks',
      code: `${head}${remove()}`,
      errors: [
        {
          message:
            'DELETE /orders/:id changes data, and nothing before its handler asks who calls: anyone who finds the address can do it. Put authentication before it, on the route or its router.',
          line: 5,
        },
      ],
    },
    {
      name: 'the guard comes later',
      code: `import passport from 'passport';\n${head}${remove()}\napp.use(passport.authenticate('jwt'));`,
      errors: [{ messageId: 'open' as const }],
    },
  ],
});
