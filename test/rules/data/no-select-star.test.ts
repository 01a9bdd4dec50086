import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { rule } from '../../../src/rules/data/no-select-star.js';
import { ruleTester } from '../../rule-tester.js';

const pg = "import { Pool } from 'pg';\nconst pool = new Pool();\n";

// A project of its own: this repository's schemas say what a user is.
const folder = mkdtempSync(join(tmpdir(), 'select-star-'));
writeFileSync(
  join(folder, 'package.json'),
  '{ "name": "shop", "dependencies": { "express": "5", "@prisma/client": "6" } }',
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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
      filename: join(folder, 'src/app.ts'),
      code: answering('prisma.user.findUnique({ where: { id }, select: { id: true, email: true } })'),
    },
    {
      name: 'a city',
      filename: join(folder, 'src/app.ts'),
      code: answering('prisma.city.findUnique({ where: { id } })'),
    },
    {
      name: 'a hash that is taken off',
      filename: join(folder, 'src/app.ts'),
      code: answering('prisma.user.findUnique({ where: { id } })', 'delete user.passwordHash;'),
    },
    { name: 'text that no client runs', code: "export const text = 'SELECT * FROM users';" },
  ],
  invalid: [
    {
      name: 'a whole user',
      filename: join(folder, 'src/app.ts'),
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
