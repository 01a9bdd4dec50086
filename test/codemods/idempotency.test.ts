import { describe, expect, it } from 'vitest';
import { applied, backendLint, findingsOf, makeApp, packageJson, readApp, TSCONFIG, type Files } from './app.js';

const MODULE = { type: 'module' };
const REDIS = "import { Redis } from 'ioredis';\n\nexport const redis = new Redis('redis://localhost');\n";
const POOL = "import pg from 'pg';\n\nexport const pool = new pg.Pool();\n";
const INSERT = "await pool.query('INSERT INTO orders (product) VALUES ($1)', [product]);";

/** One app a framework and store, as its own documentation writes it, and the line of the route after the codemod. */
const APPS: readonly (readonly [name: string, files: Files, args: readonly string[], route: string])[] = [
  [
    'Express 5 and ioredis',
    {
      'package.json': packageJson(['express', 'ioredis', 'pg'], MODULE),
      'tsconfig.json': TSCONFIG,
      'src/redis.ts': REDIS,
      'src/db.ts': POOL,
      'src/orders.ts': `import { Router } from 'express';
import { pool } from './db.js';

export const orders = Router();

// Orders come from the shop.
orders.post('/', async (req, res) => {
  const { product } = req.body as { product: string };
  ${INSERT}
  res.status(201).json({ product });
});
`,
      'src/app.ts': `import express from 'express';
import { orders } from './orders.js';

const app = express();
app.use(express.json());
app.use('/orders', orders);
app.listen(3000);
`,
    },
    ['--store', 'redis'],
    "orders.post('/', idempotent, async (req, res) => {",
  ],
  [
    'Express 5 and pg, with the user that authentication finds',
    {
      'package.json': packageJson(['express', 'pg'], MODULE),
      'tsconfig.json': TSCONFIG,
      'src/db.ts': POOL,
      'src/app.ts': `import express, { type Request } from 'express';
import { pool } from './db.js';

const app = express();
app.use(express.json());
app.post('/orders', async (req: Request & { user?: { id: string } }, res) => {
  const { product } = req.body as { product: string };
  ${INSERT}
  res.status(201).json({ product, by: req.user?.id });
});
app.listen(3000);
`,
    },
    [],
    "app.post('/orders', idempotent, async (req: Request & { user?: { id: string } }, res) => {",
  ],
  [
    'Fastify and pg, beside a hook that is there',
    {
      'package.json': packageJson(['fastify', 'pg'], MODULE),
      'tsconfig.json': TSCONFIG,
      'src/db.ts': POOL,
      'src/app.ts': `import Fastify, { type FastifyRequest } from 'fastify';
import { pool } from './db.js';

const app = Fastify();
const authenticate = async (request: FastifyRequest): Promise<void> => {
  request.log.info('known');
};
app.post<{ Body: { product: string } }>('/orders', { preHandler: authenticate }, async (request, reply) => {
  const { product } = request.body;
  ${INSERT}
  return reply.code(201).send({ product });
});
`,
    },
    [],
    "app.post<{ Body: { product: string } }>('/orders', { preHandler: [authenticate, claimIdempotencyKey], onSend: keepIdempotentAnswer }, async (request, reply) => {",
  ],
  [
    'Hono and node-redis',
    {
      'package.json': packageJson(['hono', 'redis', 'pg'], MODULE),
      'tsconfig.json': TSCONFIG,
      'src/redis.ts':
        "import { createClient } from 'redis';\n\nexport const cache = createClient();\nawait cache.connect();\n",
      'src/db.ts': POOL,
      'src/app.ts': `import { Hono } from 'hono';
import { pool } from './db.js';

const app = new Hono<{ Variables: { userId: string } }>();
app.post('/orders', async (c) => {
  const { product } = await c.req.json<{ product: string }>();
  ${INSERT}
  return c.json({ product, by: c.get('userId') }, 201);
});
export default app;
`,
    },
    ['--store', 'redis'],
    "app.post('/orders', idempotent, async (c) => {",
  ],
  [
    'NestJS and an injected Prisma client',
    {
      'package.json': packageJson(['@nestjs/common', '@prisma/client', 'rxjs'], MODULE),
      'tsconfig.json': TSCONFIG,
      'prisma/schema.prisma':
        'datasource db {\n  provider = "postgresql"\n  url      = env("DATABASE_URL")\n}\n\nmodel Order {\n  id      Int    @id @default(autoincrement())\n  product String\n}\n',
      // What `prisma generate` makes of the schema, as far as the app needs it.
      'src/prisma-client.d.ts': `declare module '@prisma/client' {
  export class PrismaClient {
    order: { create(options: { data: { product: string } }): Promise<{ id: number; product: string }> };
    $queryRaw<T = unknown>(query: TemplateStringsArray, ...values: unknown[]): Promise<T>;
  }
}
`,
      'src/prisma.service.ts': `import { Injectable } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';

@Injectable()
export class PrismaService extends PrismaClient {}
`,
      'src/orders.controller.ts': `import { Body, Controller, Post } from '@nestjs/common';
import { PrismaService } from './prisma.service.js';

@Controller('orders')
export class OrdersController {
  constructor(private readonly prisma: PrismaService) {}

  @Post()
  create(@Body() body: { product: string }) {
    return this.prisma.order.create({ data: { product: body.product } });
  }
}
`,
    },
    [],
    '  @UseInterceptors(IdempotencyInterceptor)',
  ],
];

describe.each(APPS)('codemod idempotency with %s', (_, files, args, route) => {
  it('leaves an app that compiles, with the middleware on the route and nothing for the rules to say', async () => {
    const { dir, changed, code } = await applied(files, 'idempotency', ...args);
    expect(code).toBe(0);
    const before = new Set(Object.values(files).flatMap((text) => text.split('\n')));
    const added = Object.entries(changed)
      .filter(([path]) => path in files && path.endsWith('.ts'))
      .flatMap(([, text]) => text.split('\n').filter((line) => !before.has(line) && !line.startsWith('import ')));
    expect(added).toEqual([route]);
    expect(
      await findingsOf(dir, 'require-idempotency', 'no-broken-idempotency', 'require-cache-ttl', 'no-sql-concat'),
    ).toEqual([]);
    expect({ ...changed }).toMatchSnapshot();
  });
});

const SCRIPTS: Files = {
  'package.json': packageJson(['express', 'redis', 'koa', '@koa/router']),
  'lib/redis.js': 'const { createClient } = require("redis")\n\nmodule.exports = createClient()\n',
  'lib/orders.js': 'const orders = []\nexports.orders = orders\n',
  'app.js': `const express = require("express")
const { Pool } = require("pg")

const pool = new Pool()
const app = express()
app.use(express.json())
app.post("/orders", async (req, res) => {
    await pool.query("INSERT INTO orders (product) VALUES ($1)", [req.body.product])
    res.status(201).end()
})
app.post("/refunds/:id", async (req, res) => {
    await pool.query("INSERT INTO refunds (id) VALUES ($1)", [req.params.id])
    res.status(201).end()
})
`,
};

describe('codemod idempotency', () => {
  it('writes CommonJS without types, in the style of the project, for the routes that are named', async () => {
    const { changed } = await applied(SCRIPTS, 'idempotency', '--route', 'post /orders');
    expect(changed['app.js']).toBe(
      SCRIPTS['app.js']!.replace(
        'require("pg")\n',
        'require("pg")\nconst { idempotent } = require("./idempotency")\n',
      ).replace('"/orders", async', '"/orders", idempotent, async'),
    );
    expect(changed['idempotency.js']).toMatch(/^const \{ begin \} = require\("\.\/idempotency-store"\)\n/);
    expect(changed['idempotency.js']).toMatch(/\nmodule\.exports = \{ idempotent \}\n$/);
    expect(changed['idempotency-store.js']).toContain('const redis = require("./lib/redis")\n');
    expect(`${changed['idempotency.js']}${changed['idempotency-store.js']}`).not.toMatch(
      /[«»]|: string|interface |;$/m,
    );
  });

  it('puts one import on a file with several routes', async () => {
    const { changed, said } = await applied(SCRIPTS, 'idempotency');
    expect(changed['app.js']!.match(/idempotent/g)).toHaveLength(3);
    expect(said).toContain('    POST /orders\n    POST /refunds/:id\n');
  });

  it.each([
    [
      'a route that there is not',
      SCRIPTS,
      ['--route', 'POST /order'],
      /There is no route POST \/order; there are POST \/orders, POST \/refunds\/:id/,
    ],
    ['half a route', SCRIPTS, ['--route', '/orders'], /--route takes a method and a path/],
    ['a store that there is not', SCRIPTS, ['--store', 'sql'], /No module here exports a client of Postgres/],
    [
      'a file with something else by the name of the middleware',
      { ...SCRIPTS, 'app.js': SCRIPTS['app.js']!.replace('const app =', 'const idempotent = 1\nconst app =') },
      ['--route', 'POST /orders'],
      /app\.js has something else by the name of idempotent/,
    ],
    ['an unknown store', SCRIPTS, ['--store', 'mongo'], /--store takes redis or sql/],
    [
      'a file by that name',
      { ...SCRIPTS, 'idempotency.js': 'exports.idempotent = 1\n' },
      [],
      /idempotency\.js is there already/,
    ],
  ])('refuses %s in one line, and writes nothing', async (_, files, args, message) => {
    const dir = makeApp(files);
    const { code, stderr } = await backendLint(dir, 'codemod', 'idempotency', ...args, '--yes');
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd()).not.toContain('\n');
    expect(readApp(dir)).toEqual(files);
  });
});
