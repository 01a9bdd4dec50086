import { rule } from '../../../src/rules/data/prefer-cursor-pagination.js';
import { ruleTester } from '../../rule-tester.js';

const handler = (body: string): string =>
  `import express from 'express';
import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
express().get('/', async (req, res) => { ${body} });`;

ruleTester.run('prefer-cursor-pagination', rule as never, {
  valid: [
    { name: 'a fixed offset', code: handler('res.json(await prisma.post.findMany({ skip: 3, take: 10 }));') },
    {
      name: 'a cursor',
      code: handler(
        'res.json(await prisma.post.findMany({ cursor: { id: String(req.query.after) }, skip: 1, take: 10 }));',
      ),
    },
    {
      name: 'a table that stays small',
      code: handler('res.json(await prisma.country.findMany({ skip: Number(req.query.skip), take: 10 }));'),
    },
    {
      name: 'one of the options',
      code: handler('res.json(await prisma.genre.findMany({ skip: Number(req.query.skip), take: 10 }));'),
      options: [{ smallTables: ['genre'] }],
    },
    {
      name: 'an offset with an upper bound',
      code: handler(
        'res.json(await prisma.post.findMany({ skip: Math.min(Number(req.query.skip), 1000), take: 10 }));',
      ),
    },
  ],
  invalid: [
    {
      name: 'a page of the request',
      code: handler(
        'const page = Number(req.query.page); await prisma.post.findMany({ skip: (page - 1) * 20, take: 20 });',
      ),
      errors: [{ messageId: 'offset', data: { code: '(page - 1) * 20' }, line: 4, column: 114 }],
    },
    {
      name: 'in SQL',
      code: "import express from 'express';\nimport { Pool } from 'pg';\nconst pool = new Pool();\nexpress().get('/', async (req) => { await pool.query('SELECT id FROM t ORDER BY id LIMIT 20 OFFSET $1', [req.query.offset]); });",
      errors: [{ messageId: 'offset', data: { code: 'req.query.offset' } }],
    },
    {
      name: 'a stage of a pipeline',
      code: "import express from 'express';\nimport mongoose from 'mongoose';\nconst Post = mongoose.model('Post');\nexpress().get('/', async (req, res) => { res.json(await Post.aggregate([{ $match: {} }, { $skip: Number(req.query.skip) }, { $limit: 20 }])); });",
      errors: [{ messageId: 'offset', data: { code: 'Number(req.query.skip)' } }],
    },
  ],
});
