/** `codemod pagination` for query builders, whose cursors are conditions. */
import { describe, expect, it } from 'vitest';
import { applied, backendLint, findingsOf, makeApp, packageJson, readApp, TSCONFIG, type Files } from './app.js';

const RULES = ['no-unpaginated-query', 'no-unbounded-page-size', 'prefer-cursor-pagination', 'no-sql-concat'];

const DRIZZLE_UNTYPED: Files = {
  'package.json': packageJson(['express', 'zod', 'drizzle-orm', 'pg'], { type: 'module' }),
  'src/schema.ts': `import { integer, pgTable, serial, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const orders = pgTable('orders', {
  id: uuid('id').primaryKey().defaultRandom(),
  userId: integer('user_id').notNull(),
  product: text('product').notNull(),
  note: text('note'),
  createdAt: timestamp('created_at').notNull().defaultNow(),
});
export const tags = pgTable('tags', { id: serial('id').primaryKey(), name: text('name').notNull() });
`,
  'src/db.ts': `import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';

export const db = drizzle(new pg.Pool());
`,
  'src/app.ts': `import { desc, eq } from 'drizzle-orm';
import express from 'express';
import { db } from './db.js';
import { orders } from './schema.js';

const app = express();
app.get('/users/:id/orders', async (req, res) => {
  const rows = await db
    .select()
    .from(orders)
    .where(eq(orders.userId, Number(req.params.id)))
    .orderBy(desc(orders.createdAt));
  res.json(rows);
});
`,
};

/** With types to compile, which takes seconds. */
const DRIZZLE: Files = { ...DRIZZLE_UNTYPED, 'tsconfig.json': TSCONFIG };

const KNEX: Files = {
  'package.json': packageJson(['koa', '@koa/router', 'knex', 'pg']),
  'migrations/1_orders.js': `exports.up = (knex) =>
  knex.schema.createTable('orders', (table) => {
    table.increments();
    table.string('product').notNullable();
    table.string('note');
    table.timestamps(true, true);
  });
exports.down = (knex) => knex.schema.dropTable('orders');
`,
  'src/db.js': "module.exports = require('knex')({ client: 'pg' });\n",
  'src/app.js': `const Koa = require('koa');
const Router = require('@koa/router');
const db = require('./db');

const router = new Router();
router.get('/orders', async (ctx) => {
  const orders = await db('orders').where({ product: 'chair' }).orderBy('created_at', 'desc');
  ctx.body = { orders };
});
module.exports = new Koa().use(router.routes());
`,
};

describe('codemod pagination of query builders', () => {
  it("pages Drizzle's select after the row of the cursor, in a stable order", async () => {
    const { dir, changed } = await applied(DRIZZLE, 'pagination', '--route', 'GET /users/:id/orders');
    expect(changed['src/app.ts']).toMatchInlineSnapshot(`
      "import { desc, eq, and, sql } from 'drizzle-orm';
      import express from 'express';
      import { db } from './db.js';
      import { orders } from './schema.js';
      import { readPage, pageOf } from './pagination.js';

      const app = express();
      app.get('/users/:id/orders', async (req, res) => {
        const page = readPage(req.query);
        if (!page) {
          res.status(400).json({ error: 'limit must be 1 to 100, and cursor one that was given' });
          return;
        }
        const rows = await db
          .select()
          .from(orders)
          .where(and(
            eq(orders.userId, Number(req.params.id)),
            page.cursor === undefined ? undefined : sql\`(\${orders.createdAt}, \${orders.id}) < (select \${orders.createdAt}, \${orders.id} from \${orders} where \${orders.id} = \${page.cursor})\`,
          ))
          .orderBy(desc(orders.createdAt), desc(orders.id))
          .limit(page.limit + 1);
        res.json(pageOf(rows, page));
      });
      "
    `);
    expect(changed['src/pagination.ts']).toContain('cursor: z.string().uuid().optional(),');
    expect(await findingsOf(dir, ...RULES)).toEqual([]);
  });

  it('pages a bare select of Drizzle by its id, with what must be imported', async () => {
    const { changed } = await applied(
      {
        ...DRIZZLE_UNTYPED,
        'src/app.ts': `import { Hono } from 'hono';
import { db } from './db.js';
import { tags } from './schema.js';

const app = new Hono();
app.get('/tags', async (c) => {
  const rows = await db.select({ id: tags.id, name: tags.name }).from(tags);
  return c.json({ rows });
});
export default app;
`,
      },
      'pagination',
      '--route',
      'GET /tags',
    );
    expect(changed['src/app.ts']).toMatchInlineSnapshot(`
      "import { Hono } from 'hono';
      import { db } from './db.js';
      import { tags } from './schema.js';
      import { readPage, pageOf } from './pagination.js';
      import { gt, asc } from 'drizzle-orm';

      const app = new Hono();
      app.get('/tags', async (c) => {
        const page = readPage(c.req.query());
        if (!page) return c.json({ error: 'limit must be 1 to 100, and cursor one that was given' }, 400);
        const rows = await db.select({ id: tags.id, name: tags.name }).from(tags)
          .where(page.cursor === undefined ? undefined : gt(tags.id, page.cursor))
          .orderBy(asc(tags.id))
          .limit(page.limit + 1);
        const { items, nextCursor } = pageOf(rows, page);
        return c.json({ rows: items, nextCursor });
      });
      export default app;
      "
    `);
  });

  it('pages Knex after the row of the cursor, in a stable order', async () => {
    const { dir, changed } = await applied(KNEX, 'pagination', '--route', 'GET /orders');
    expect(changed['src/app.js']).toMatchInlineSnapshot(`
      "const Koa = require('koa');
      const Router = require('@koa/router');
      const db = require('./db');
      const { readPage, pageOf } = require('./pagination');

      const router = new Router();
      router.get('/orders', async (ctx) => {
        const page = readPage(ctx.query);
        if (!page) ctx.throw(400, 'limit must be 1 to 100, and cursor one that was given');
        const orders = await db('orders').where({ product: 'chair' }).orderBy('created_at', 'desc')
          .where((rest) => {
            if (page.cursor !== undefined) rest.whereRaw('(??, ??) < (select ??, ?? from ?? where ?? = ?)', ['created_at', 'id', 'created_at', 'id', 'orders', 'id', page.cursor]);
          })
          .orderBy('id', 'desc')
          .limit(page.limit + 1);
        const { items, nextCursor } = pageOf(orders, page);
        ctx.body = { orders: items, nextCursor };
      });
      module.exports = new Koa().use(router.routes());
      "
    `);
    expect(await findingsOf(dir, ...RULES)).toEqual([]);
  });

  it('pages typed Knex by its id', async () => {
    const { changed } = await applied(
      {
        'package.json': packageJson(['express', 'knex', 'pg'], { type: 'module' }),
        'tsconfig.json': TSCONFIG,
        'migrations/1_orders.js': KNEX['migrations/1_orders.js']!,
        'src/app.ts': `import express from 'express';
import knex from 'knex';

interface Order {
  id: number;
  product: string;
}

const db = knex({ client: 'pg' });
const app = express();
app.get('/orders', async (req, res) => {
  const rows = await db<Order>('orders')
    .select('id', 'product')
    .where('product', req.path)
    .orderBy('id', 'desc');
  res.json(rows);
});
`,
      },
      'pagination',
      '--route',
      'GET /orders',
    );
    expect(changed['src/app.ts']).toMatchInlineSnapshot(`
      "import express from 'express';
      import knex from 'knex';
      import { readPage, pageOf } from './pagination.js';

      interface Order {
        id: number;
        product: string;
      }

      const db = knex({ client: 'pg' });
      const app = express();
      app.get('/orders', async (req, res) => {
        const page = readPage(req.query);
        if (!page) {
          res.status(400).json({ error: 'limit must be 1 to 100, and cursor one that was given' });
          return;
        }
        const rows = await db<Order>('orders')
          .select('id', 'product')
          .where('product', req.path)
          .orderBy('id', 'desc')
          .where((rest) => {
            if (page.cursor !== undefined) rest.where('id', '<', page.cursor);
          })
          .limit(page.limit + 1);
        res.json(pageOf(rows, page));
      });
      "
    `);
  });

  const knexWith = (query: string): Files => ({
    ...KNEX,
    'src/app.js': KNEX['src/app.js']!.replace(/db\('orders'\).*(?=;)/, query),
  });
  const drizzleWith = (query: string): Files => ({
    ...DRIZZLE_UNTYPED,
    'src/app.ts': DRIZZLE_UNTYPED['src/app.ts']!.replace(/db\n[^;]*/, query),
  });
  const list = `const db = require('./db');

exports.listOrders = async (product) => {
  const rows = await db('orders').where({ product });
  return rows;
};
`;

  it.each<[string, Files, string, RegExp]>([
    [
      'an OR in Knex',
      knexWith("db('orders').where({ product: 'a' }).orWhere({ product: 'b' })"),
      'GET /orders',
      /its query has \.orWhere\(\)/,
    ],
    [
      'raw conditions of Knex',
      knexWith("db('orders').where(db.raw('a = 1 OR b = 2'))"),
      'GET /orders',
      /without a bound|is raw SQL/,
    ],
    ['an order that may be empty', knexWith("db('orders').orderBy('note')"), 'GET /orders', /by note.*NOT NULL/],
    [
      'an order in two directions',
      knexWith("db('orders').orderBy([{ column: 'product' }, { column: 'created_at', order: 'desc' }])"),
      'GET /orders',
      /up by one column and down by another/,
    ],
    [
      'a table without a migration',
      knexWith("db('tags')"),
      'GET /orders',
      /no single migration here creates the table tags/,
    ],
    ['columns without the id', knexWith("db('orders').select('product')"), 'GET /orders', /does not select the id/],
    [
      'a column that a later migration changes',
      {
        ...knexWith("db('orders').orderBy('product')"),
        'migrations/2_orders.js':
          "exports.up = (knex) => knex.schema.alterTable('orders', (table) => table.setNullable('product'));\n",
      },
      'GET /orders',
      /by product.*NOT NULL/,
    ],
    [
      'a query that is awaited later',
      {
        ...KNEX,
        'src/app.js': KNEX['src/app.js']!.replace('await db', 'db').replace('{ orders }', '{ orders: await orders }'),
      },
      'GET /orders',
      /is not awaited where it is made/,
    ],
    [
      'a join of Drizzle',
      drizzleWith('db.select().from(orders).innerJoin(orders, eq(orders.id, orders.id))'),
      'GET /users/:id/orders',
      /its query has \.innerJoin\(\)/,
    ],
    [
      'a column of Drizzle that may be empty',
      drizzleWith('db.select().from(orders).orderBy(desc(orders.note))'),
      'GET /users/:id/orders',
      /by note.*NOT NULL/,
    ],
    [
      'a list that a service reads',
      {
        ...KNEX,
        'src/orders.js': list,
        'src/app.js': KNEX['src/app.js']!.replace(/db\('orders'\).*(?=;)/, "listOrders('chair')").replace(
          "const db = require('./db')",
          "const { listOrders } = require('./orders')",
        ),
      },
      'GET /orders',
      /its list is read in listOrders \(src\/orders\.js:4\), which others may call too\. By hand: /,
    ],
    [
      'a service of NestJS',
      {
        'package.json': packageJson(['@nestjs/common', 'knex'], { type: 'module' }),
        'src/orders.service.ts': `import { Injectable } from '@nestjs/common';
import { db } from './db.js';

@Injectable()
export class OrdersService {
  all() {
    return db('orders');
  }
}
`,
        'src/db.ts': "import knex from 'knex';\n\nexport const db = knex({ client: 'pg' });\n",
        'src/orders.controller.ts': `import { Controller, Get } from '@nestjs/common';
import { OrdersService } from './orders.service.js';

@Controller('orders')
export class OrdersController {
  constructor(private readonly orders: OrdersService) {}

  @Get()
  list() {
    return this.orders.all();
  }
}
`,
      },
      'GET /orders',
      /its list is read in .*all \(src\/orders\.service\.ts:7\)/,
    ],
    [
      'a controller of NestJS',
      {
        'package.json': packageJson(['@nestjs/common', 'knex'], { type: 'module' }),
        'src/orders.controller.ts': `import { Controller, Get } from '@nestjs/common';
import knex from 'knex';

const db = knex({ client: 'pg' });

@Controller('orders')
export class OrdersController {
  @Get()
  async list() {
    return await db('orders');
  }
}
`,
      },
      'GET /orders',
      /controllers of NestJS are not changed\. By hand: .*\(src\/orders\.controller\.ts:10\)/,
    ],
  ])('refuses %s in one line, and writes nothing', async (_, files, route, message) => {
    const dir = makeApp(files);
    const { code, stderr } = await backendLint(dir, 'codemod', 'pagination', '--route', route, '--yes');
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
    expect(stderr.trimEnd()).not.toContain('\n');
    expect(readApp(dir)).toEqual(files);
  });
});
