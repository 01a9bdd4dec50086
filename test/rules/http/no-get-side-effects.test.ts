import { rule } from '../../../src/rules/http/no-get-side-effects.js';
import { ruleTester } from '../../rule-tester.js';

const app =
  "import express from 'express';\nimport { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nconst app = express();\n";
const get = (body: string, path = '/orders/:id', verb = 'get'): string =>
  `${app}app.${verb}('${path}', async (req, res) => { ${body} res.json({}); });`;

ruleTester.run('no-get-side-effects', rule as never, {
  valid: [
    { name: 'a read', code: get('await prisma.order.findMany({ take: 5 });') },
    { name: 'a write by POST', code: get('await prisma.order.create({ data: {} });', '/orders', 'post') },
    {
      name: 'a counter of views',
      code: get('await prisma.order.update({ where: { id: 1 }, data: { views: { increment: 1 } } });'),
    },
    {
      name: 'a link from a mail',
      code: get('await prisma.user.update({ where: { id: 1 }, data: { confirmed: true } });', '/verify/:code'),
    },
    {
      name: 'a write of a repository that nobody sees, for a route named otherwise',
      code: "import { Controller, Get } from '@nestjs/common';\n@Controller() class A { constructor(private repository: R) {} @Get('keys') keys() { return this.repository.updateKey(); } }",
    },
    {
      name: "a scheduler's call, known by its secret",
      code: get(
        'if (req.headers.authorization !== `Bearer ${process.env.CRON_SECRET}`) return res.status(401).end(); await prisma.order.deleteMany({ where: { expired: true } });',
        '/orders/sweep',
      ),
    },
    {
      name: 'a page to pay on',
      code: `import Stripe from 'stripe';\nconst stripe = new Stripe('');\n${get('const session = await stripe.checkout.sessions.create({}); return res.redirect(session.url);', '/upgrade')}`,
    },
    {
      name: 'a default where there are none yet',
      code: get(
        'const teams = await prisma.team.findMany({ take: 5 }); if (teams.length === 0) await prisma.team.create({ data: {} });',
        '/teams',
      ),
    },
  ],
  invalid: [
    {
      name: 'a deletion',
      code: get('await prisma.order.delete({ where: { id: 1 } });'),
      errors: [
        {
          messageId: 'writes',
          data: { route: 'GET /orders/:id', what: 'deletes (prisma.order.delete)', place: 'line 5', method: 'DELETE' },
        },
      ],
    },
    {
      name: 'names say it, where the code is out of sight',
      code: "import { Controller, Get } from '@nestjs/common';\n@Controller() class A { constructor(private repository: R) {} @Get('keys/regenerate') keys() { return this.repository.updateKey(); } }",
      errors: [
        {
          messageId: 'writes',
          data: {
            route: 'GET /keys/regenerate',
            what: 'writes (repository.updateKey)',
            place: 'line 2',
            method: 'POST',
          },
        },
      ],
    },
  ],
});
