import { rule } from '../../../src/rules/data/no-select-star.js';
import { ruleTester } from '../../rule-tester.js';

const pg = "import { Pool } from 'pg';\nconst pool = new Pool();\n";

const answering = (query: string, then = ''): string => `import express from 'express';
import { PrismaClient } from '@prisma/client';
const app = express();
const prisma = new PrismaClient();
app.get('/users/:id', async (req, res) => {
  const id = req.params.id; const user = await ${query}; ${then}
  res.json(user);
});`;

ruleTester.run('no-select-star', rule as never, {
  valid: [
    { name: 'columns by name', code: `${pg}export const f = () => pool.query('SELECT id FROM users WHERE id = 1');` },
    { name: 'a count', code: `${pg}export const f = () => pool.query('SELECT count(*) FROM users');` },
    {
      name: 'two columns of a user',
      code: answering('prisma.user.findUnique({ where: { id }, select: { id: true, email: true } })'),
    },
    { name: 'a city', code: answering('prisma.city.findUnique({ where: { id } })') },
    {
      name: 'a hash that is taken off',
      code: answering('prisma.user.findUnique({ where: { id } })', 'delete user.passwordHash;'),
    },
    { name: 'text that no client runs', code: "export const text = 'SELECT * FROM users';" },
  ],
  invalid: [
    {
      name: 'a whole user',
      code: answering('prisma.user.findUnique({ where: { id } })'),
      errors: [{ messageId: 'whole', line: 7, column: 12 }],
    },
    {
      name: 'a star',
      code: `${pg}export const f = () => pool.query('SELECT * FROM users WHERE id = 1');`,
      errors: [{ messageId: 'star', line: 3 }],
    },
  ],
});
