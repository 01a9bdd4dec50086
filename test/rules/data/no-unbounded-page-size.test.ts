import { rule } from '../../../src/rules/data/no-unbounded-page-size.js';
import { ruleTester } from '../../rule-tester.js';

const head = `import express from 'express';
import { PrismaClient } from '@prisma/client';
import { z } from 'zod';
const app = express();
const prisma = new PrismaClient();
`;
const route = (body: string): string => `${head}app.get('/users', async (req, res) => { ${body} });`;

ruleTester.run('no-unbounded-page-size', rule as never, {
  valid: [
    { name: 'a constant', code: route('res.json(await prisma.user.findMany({ take: 20 }));') },
    {
      name: 'Math.min',
      code: route('const n = Math.min(Number(req.query.n), 50); res.json(await prisma.user.findMany({ take: n }));'),
    },
    {
      name: 'a comparison with an upper bound',
      code: route(
        'const n = Number(req.query.n); if (n > 50) return res.sendStatus(400); res.json(await prisma.user.findMany({ take: n }));',
      ),
    },
    {
      name: 'a number of the environment',
      code: `${head}const Env = z.object({ BATCH: z.coerce.number().default(100) });
function parseEnv() { const parsed = Env.parse(process.env); return parsed; }
const env = parseEnv();
export const due = () => prisma.job.findMany({ take: env.BATCH });`,
    },
    {
      name: 'a parameter whose callers are unknown',
      code: `${head}export const list = (take: number) => prisma.user.findMany({ take });`,
    },
    {
      name: 'what an answer tells',
      code: `${head}export const page = z.object({ items: z.array(z.unknown()), total: z.number(), page: z.number(), perPage: z.number() });`,
    },
    {
      name: 'a limit of something else',
      code: `${head}export const plan = z.object({ name: z.string(), limit: z.number() });`,
    },
  ],
  invalid: [
    {
      name: 'at the query, where there is no schema',
      code: route('const n = Number(req.query.n); res.json(await prisma.user.findMany({ take: n }));'),
      errors: [
        {
          messageId: 'query',
          data: { name: 'n', where: '', how: 'Math.min(n, 100)' },
          suggestions: [
            {
              messageId: 'cap',
              data: { max: '100', code: 'Math.min(n, 100)' },
              output: route(
                'const n = Number(req.query.n); res.json(await prisma.user.findMany({ take: Math.min(n, 100) }));',
              ),
            },
          ],
        },
      ],
    },
    {
      name: "at the schema's field, with the option's bound",
      options: [{ max: 50 }] as never,
      code: `${head}export const listQuery = z.object({ page: z.coerce.number(), limit: z.coerce.number().min(1) });`,
      errors: [
        {
          messageId: 'field',
          data: { name: 'limit', how: '.max(50)' },
          suggestions: [
            {
              messageId: 'cap',
              data: { max: '50', code: '.max(50)' },
              output: `${head}export const listQuery = z.object({ page: z.coerce.number(), limit: z.coerce.number().max(50).min(1) });`,
            },
          ],
        },
      ],
    },
  ],
});
