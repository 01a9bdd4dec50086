import { describe, expect, it } from 'vitest';
import { applied, backendLint, findingsOf, makeApp, packageJson, readApp, TSCONFIG } from './app.js';

const APP = {
  'package.json': packageJson(['express', 'pg', 'ioredis'], { type: 'module' }),
  'tsconfig.json': TSCONFIG,
  'src/config.ts': "export const config = { url: 'redis://cache' };\n",
  'src/lib/log.ts': 'export const log = console.log;\n',
  'src/users.ts': `import { Router } from 'express';
import pg, { type PoolClient } from 'pg';

const pool = new pg.Pool({ max: 5 }); // five

export const users = Router();
users.get('/', async (_req, res) => {
  res.json((await pool.query('SELECT id FROM users LIMIT 10')).rows);
});
export const take = (client: PoolClient) => client.release();
`,
  'src/orders.ts': `import { Router } from 'express';
import { Redis } from 'ioredis';
import pg from 'pg';
import { config } from './config.js';

export const orders = Router();
orders.get('/', async (_req, res) => {
  const pool = new pg.Pool({
    max: 5,
  });
  const cache = new Redis(config.url);
  const { rows } = await pool.query('SELECT id FROM orders LIMIT 10');
  await cache.set('seen', '1', 'EX', 60);
  await pool.end();
  res.json(rows);
});
`,
  'src/report.ts': `import pg from 'pg';

export const report = new pg.Pool({ max: 1 });
`,
};

describe('codemod singleton-client', () => {
  it('makes one module of clients with the same options, and closes it in no request', async () => {
    const { dir, changed, said, code } = await applied(APP, 'singleton-client');
    expect(changed['src/lib/pool.ts']).toBe(`import pg from 'pg';

/** The one pg Pool of this process: it holds the connections that everybody shares. */
export const pool = new pg.Pool({ max: 5 });
`);
    expect(changed['src/lib/redis.ts']).toBe(`import { Redis } from 'ioredis';
import { config } from '../config.js';

/** The one ioredis client of this process: it holds the connections that everybody shares. */
export const redis = new Redis(config.url);
`);
    expect(changed['src/users.ts']).toMatchInlineSnapshot(`
      "import { Router } from 'express';
      import { type PoolClient } from 'pg';
      import { pool } from './lib/pool.js';

      // five

      export const users = Router();
      users.get('/', async (_req, res) => {
        res.json((await pool.query('SELECT id FROM users LIMIT 10')).rows);
      });
      export const take = (client: PoolClient) => client.release();
      "
    `);
    expect(changed['src/orders.ts']).toMatchInlineSnapshot(`
      "import { Router } from 'express';
      import { pool } from './lib/pool.js';
      import { redis } from './lib/redis.js';

      export const orders = Router();
      orders.get('/', async (_req, res) => {
        const cache = redis;
        const { rows } = await pool.query('SELECT id FROM orders LIMIT 10');
        await cache.set('seen', '1', 'EX', 60);
        res.json(rows);
      });
      "
    `);
    expect(said).toContain('src/report.ts:3: a pg Pool with other options than the others');
    expect(code).toBe(1);
    expect(await findingsOf(dir, 'no-client-per-request')).toEqual([]);
  });

  it('imports from the module that exports one already', async () => {
    const { changed, code } = await applied(
      {
        'package.json': packageJson(['@prisma/client']),
        'src/db.js':
          "const { PrismaClient } = require('@prisma/client');\n\nconst prisma = new PrismaClient();\n\nmodule.exports = prisma;\n",
        'src/users.js':
          "const { PrismaClient } = require('@prisma/client');\nconst prisma = new PrismaClient();\n\nexports.all = () => prisma.user.findMany({ take: 10 });\n",
        'src/orders.js':
          "const { PrismaClient, Prisma } = require('@prisma/client');\n\nclass Orders {\n  constructor() {\n    this.db = new PrismaClient();\n  }\n}\n\nmodule.exports = { Orders, Prisma };\n",
      },
      'singleton-client',
    );
    expect(code).toBe(0);
    expect(changed).toEqual({
      'src/users.js': "const prisma = require('./db');\n\nexports.all = () => prisma.user.findMany({ take: 10 });\n",
      'src/orders.js':
        "const { Prisma } = require('@prisma/client');\nconst prisma = require('./db');\n\nclass Orders {\n  constructor() {\n    this.db = prisma;\n  }\n}\n\nmodule.exports = { Orders, Prisma };\n",
    });
  });

  it('leaves what one place makes once', async () => {
    const files = {
      'package.json': packageJson(['pg', 'ioredis']),
      'a.js': "const { Pool } = require('pg');\nexports.pool = new Pool();\n",
    };
    const dir = makeApp(files);
    expect(await backendLint(dir, 'codemod', 'singleton-client', '--yes')).toMatchObject({
      code: 0,
      stdout: 'Nothing to change.\n',
    });
    expect(readApp(dir)).toEqual(files);
  });

  it('leaves a client whose closing it can not take out, or whose options only its file has', async () => {
    const files = {
      'package.json': packageJson(['pg', 'ioredis']),
      'a.js':
        "const { Pool } = require('pg');\nexports.a = async () => {\n  const pool = new Pool();\n  try {\n    return await pool.query('SELECT 1');\n  } finally {\n    await pool.end();\n  }\n};\n",
      'b.js':
        "const { Pool } = require('pg');\nexports.b = async () => {\n  const pool = new Pool();\n  return pool.query('SELECT 1').finally(() => pool.end());\n};\n",
      'c.js':
        "const Redis = require('ioredis');\nconst url = 'redis://' + 'cache';\nexports.c = () => new Redis(url);\nexports.d = () => new Redis(url);\n",
    };
    const dir = makeApp(files);
    const { code, stdout } = await backendLint(dir, 'codemod', 'singleton-client', '--yes');
    expect(code).toBe(1);
    expect(stdout).toContain("a.js:3: the function closes its pg Pool in a way that this can't take out");
    expect(stdout).toContain("b.js:3: the function closes its pg Pool in a way that this can't take out");
    expect(stdout).toContain('c.js:3: its options are made of what only that file has');
    expect(readApp(dir)).toEqual(files);
  });
});
