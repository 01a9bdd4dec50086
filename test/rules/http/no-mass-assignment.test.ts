import { rule } from '../../../src/rules/http/no-mass-assignment.js';
import { ruleTester } from '../../rule-tester.js';

const head =
  "import express from 'express';\nimport { PrismaClient } from '@prisma/client';\nimport { z } from 'zod';\nconst prisma = new PrismaClient();\nconst app = express();\n";
const post = (body: string): string => `${head}app.post('/x', async (req, res) => {\n  ${body}\n});`;
const drizzle = (body: string): string =>
  `import express from 'express';
import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, serial, text } from 'drizzle-orm/pg-core';
const links = pgTable('links', { id: serial('id').primaryKey(), url: text('url'), title: text('title'), role: text('role') });
const db = drizzle(process.env.DATABASE_URL);
const app = express();
app.post('/links', async (req, res) => {
  ${body}
  res.sendStatus(201);
});`;

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
      name: 'with the columns of the table',
      filename: '/nowhere/app.ts',
      code: drizzle('await db.insert(links).values(req.body);'),
      errors: [
        {
          messageId: 'whole',
          suggestions: [
            {
              messageId: 'pick',
              data: { code: '{ url: req.body.url, title: req.body.title }' },
              output: drizzle('await db.insert(links).values({ url: req.body.url, title: req.body.title });'),
            },
          ],
        },
      ],
    },
    {
      name: 'spread, with the columns of the table',
      filename: '/nowhere/app.ts',
      code: drizzle('await db.insert(links).values({ ...req.body, role: "guest" });'),
      errors: [
        {
          messageId: 'whole',
          suggestions: [
            {
              messageId: 'pick',
              data: { code: 'url: req.body.url, title: req.body.title' },
              output: drizzle(
                'await db.insert(links).values({ url: req.body.url, title: req.body.title, role: "guest" });',
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
