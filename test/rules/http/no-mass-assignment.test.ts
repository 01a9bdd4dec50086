import { rule } from '../../../src/rules/http/no-mass-assignment.js';
import { ruleTester } from '../../rule-tester.js';

const head =
  "import express from 'express';\nimport { PrismaClient } from '@prisma/client';\nimport { z } from 'zod';\nconst prisma = new PrismaClient();\nconst app = express();\n";
const post = (body: string): string => `${head}app.post('/x', async (req, res) => {\n  ${body}\n});`;

ruleTester.run('no-mass-assignment', rule as never, {
  valid: [
    { name: 'picked', code: post('await prisma.a.create({ data: { name: req.body.name } });') },
    { name: 'parsed', code: post('await prisma.a.create({ data: z.object({ n: z.string() }).parse(req.body) });') },
    { name: 'in the filter', code: post('await prisma.a.update({ where: req.body, data: { n: 1 } });') },
    { name: 'read only', code: post('await prisma.a.findMany({ where: req.body, take: 5 });') },
  ],
  invalid: [
    {
      name: 'the whole body',
      code: post('await prisma.a.create({ data: req.body });'),
      errors: [
        {
          messageId: 'whole',
          data: { source: 'req.body', sink: 'prisma.a.create', way: '' },
          suggestions: [],
        },
      ],
    },
    {
      name: 'spread beside others',
      code: post('await prisma.a.update({ where: { id: 1 }, data: { ...req.body, by: 2 } });'),
      errors: [{ messageId: 'whole' }],
    },
    {
      name: 'with the fields that the handler reads',
      code: post('await prisma.a.create({ data: req.body });\n  res.json({ hello: req.body.name });'),
      errors: [
        {
          messageId: 'whole',
          suggestions: [
            {
              messageId: 'pick',
              data: { code: '{ name: req.body.name }' },
              output: post(
                'await prisma.a.create({ data: { name: req.body.name } });\n  res.json({ hello: req.body.name });',
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'through a schema that lets everything through',
      code: post('await prisma.a.create({ data: z.object({ n: z.string() }).passthrough().parse(req.body) });'),
      errors: [{ messageId: 'whole' }],
    },
  ],
});
