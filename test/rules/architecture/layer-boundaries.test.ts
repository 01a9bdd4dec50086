import { rule } from '../../../src/rules/architecture/layer-boundaries.js';
import { ruleTester } from '../../rule-tester.js';

const prisma = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
const express = "import { Router, type Request } from 'express';\nconst router = Router();\n";
const route = "router.get('/a', async (req, res) => {\n  res.json(await prisma.a.findMany());\n});";

ruleTester.run('layer-boundaries', rule as never, {
  valid: [
    { name: 'a query elsewhere', code: `${prisma}export const all = () => prisma.a.findMany();` },
    { name: 'a request elsewhere', code: `${express}export const f = (req: Request) => req.body;` },
    {
      name: 'a service by an option',
      code: `${prisma}export const all = () => prisma.a.findMany();`,
      filename: 'src/a.ts',
      options: [{ services: ['src/*.ts'] }],
    },
  ],
  invalid: [
    {
      name: 'a query in a route',
      code: prisma + express + route,
      errors: [
        {
          message:
            '`prisma.a.findMany` reads or writes data in a route: the rule that it holds can be neither used nor tested without a request, and the next route copies it. Move it into a service or repository.',
          line: 6,
        },
      ],
    },
    {
      name: 'a request in a service',
      code: `${express}export const f = (req: Request) => req.body;`,
      filename: 'src/a.ts',
      options: [{ services: ['src/*.ts'] }],
      errors: [{ messageId: 'http' }],
    },
    {
      name: 'a controller by an option',
      code: `${prisma}export const all = () => prisma.a.findMany();`,
      filename: 'src/a.ts',
      options: [{ controllers: ['src/*.ts'] }],
      errors: [{ messageId: 'query' }],
    },
  ],
});
