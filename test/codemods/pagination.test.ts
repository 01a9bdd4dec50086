import { describe, expect, it } from 'vitest';
import { applied, backendLint, findingsOf, makeApp, packageJson, readApp, TSCONFIG, type Files } from './app.js';

const SCHEMA = `datasource db {
  provider = "postgresql"
  url      = env("DATABASE_URL")
}

model Order {
  id        String   @id @default(uuid())
  product   String
  createdAt DateTime @default(now())
}

model Tag {
  id   Int    @id @default(autoincrement())
  name String
}

model Seat {
  row    Int
  number Int
  @@id([row, number])
}
`;
/** What \`prisma generate\` makes of the schema, as far as the app needs it. */
const CLIENT = `declare module '@prisma/client' {
  type Direction = 'asc' | 'desc';
  interface Options<Id, Order> {
    where?: object;
    orderBy?: Order | Order[];
    take?: number;
    skip?: number;
    cursor?: { id: Id };
  }
  export class PrismaClient {
    order: {
      findMany(
        options?: Options<string, { createdAt?: Direction; id?: Direction }>,
      ): Promise<{ id: string; product: string; createdAt: Date }[]>;
    };
    tag: { findMany(options?: Options<number, { id?: Direction }>): Promise<{ id: number; name: string }[]> };
  }
}
`;
const BASE: Files = {
  'tsconfig.json': TSCONFIG,
  'prisma/schema.prisma': SCHEMA,
  'src/prisma-client.d.ts': CLIENT,
  'src/prisma.ts': "import { PrismaClient } from '@prisma/client';\n\nexport const prisma = new PrismaClient();\n",
};

const EXPRESS: Files = {
  ...BASE,
  'package.json': packageJson(['express', 'zod', '@prisma/client'], { type: 'module' }),
  'src/app.ts': `import express from 'express';
import { prisma } from './prisma.js';

const app = express();
app.get('/orders', async (req, res) => {
  // The newest come first.
  const orders = await prisma.order.findMany({
    where: { product: 'chair' },
    orderBy: { createdAt: 'desc' },
  });
  res.json({ orders, at: req.path });
});
`,
};

describe('codemod pagination', () => {
  it('pages by a cursor in a stable order, with zod, and puts the cursor beside the rows', async () => {
    const { dir, changed, said } = await applied(EXPRESS, 'pagination', '--route', 'GET /orders');
    expect(changed['src/app.ts']).toMatchInlineSnapshot(`
      "import express from 'express';
      import { prisma } from './prisma.js';
      import { readPage, pageOf } from './pagination.js';

      const app = express();
      app.get('/orders', async (req, res) => {
        const page = readPage(req.query);
        if (!page) {
          res.status(400).json({ error: 'limit must be 1 to 100, and cursor one that was given' });
          return;
        }
        // The newest come first.
        const orders = await prisma.order.findMany({
          where: { product: 'chair' },
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
          take: page.limit + 1,
          ...(page.cursor !== undefined && { cursor: { id: page.cursor }, skip: 1 }),
        });
        const { items, nextCursor } = pageOf(orders, page);
        res.json({ orders: items, nextCursor, at: req.path });
      });
      "
    `);
    expect(changed['src/pagination.ts']).toMatchInlineSnapshot(`
      "import { z } from 'zod';

      /** A page that a client asks for. */
      export interface Page {
        readonly limit: number;
        /** The id of the last row that the client has. */
        readonly cursor?: string | undefined;
      }

      const MAX_LIMIT = 100;

      const schema = z.object({
        limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(20),
        cursor: z.string().min(1).max(100).optional(),
      });

      /** Reads \`?limit=20&cursor=…\` of a list; null where it is malformed, which deserves a 400. */
      export function readPage(query: unknown): Page | null {
        const page = schema.safeParse(query);
        return page.success ? page.data : null;
      }

      /**
       * The page out of its rows and one more, which says that there is another page.
       * @returns \`nextCursor\` for the query of the next page; null on the last one
       */
      export function pageOf<Row extends { id: string }>(
        rows: readonly Row[],
        { limit }: Page,
      ): { items: Row[]; nextCursor: string | null } {
        const items = rows.slice(0, limit);
        const last = items.at(-1);
        return { items, nextCursor: last && rows.length > limit ? String(last.id) : null };
      }
      "
    `);
    expect(said).toContain('GET /orders: nextCursor beside orders');
    expect(await findingsOf(dir, 'no-unpaginated-query', 'no-unbounded-page-size', 'prefer-cursor-pagination')).toEqual(
      [],
    );
  });

  it('reads the query without zod, by numbers where the ids are numbers', async () => {
    const { dir, changed } = await applied(
      {
        ...BASE,
        'package.json': packageJson(['hono', '@prisma/client'], { type: 'module' }),
        'src/app.ts': `import { Hono } from 'hono';
import { prisma } from './prisma.js';

const app = new Hono();
app.get('/tags', async (c) => {
  return c.json(await prisma.tag.findMany());
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
      import { prisma } from './prisma.js';
      import { readPage, pageOf } from './pagination.js';

      const app = new Hono();
      app.get('/tags', async (c) => {
        const page = readPage(c.req.query());
        if (!page) return c.json({ error: 'limit must be 1 to 100, and cursor one that was given' }, 400);
        return c.json(pageOf(await prisma.tag.findMany({
          orderBy: { id: 'asc' },
          take: page.limit + 1,
          ...(page.cursor !== undefined && { cursor: { id: page.cursor }, skip: 1 }),
        }), page));
      });
      export default app;
      "
    `);
    expect(changed['src/pagination.ts']).toContain(
      "if (typeof cursor !== 'string' || !/^\\d{1,15}$/.test(cursor)) return null;",
    );
    expect(await findingsOf(dir, 'no-unpaginated-query', 'no-unbounded-page-size')).toEqual([]);
  });

  const handler = (body: string): Files => ({
    'package.json': packageJson(['express', '@prisma/client', 'knex']),
    'prisma/schema.prisma': SCHEMA,
    'app.js': `const express = require('express');
const { PrismaClient } = require('@prisma/client');
const db = require('knex')({ client: 'pg' });

const prisma = new PrismaClient();
const app = express();
app.get('/list', async (req, res) => {
  ${body}
});
`,
  });

  it.each([
    [
      'a name that is taken',
      'const page = 1;\n  res.json(await prisma.order.findMany());',
      ['--route', 'GET /list'],
      /has a variable named page/,
    ],
    ['no route', 'res.json(await prisma.order.findMany());', [], /Name the list/],
    [
      'a composite id',
      'res.json(await prisma.seat.findMany());',
      ['--route', 'GET /list'],
      /the model seat has no single id/,
    ],
    [
      'a table that no migration makes',
      "res.json(await db('orders').select('*'));",
      ['--route', 'GET /list'],
      /no single migration here creates the table orders/,
    ],
    [
      'rows that are used',
      'const rows = await prisma.order.findMany();\n  res.json(rows.map((row) => row.id));',
      ['--route', 'GET /list'],
      /its rows do not go straight into the answer/,
    ],
    [
      'what has a bound',
      'res.json(await prisma.order.findMany({ take: 10 }));',
      ['--route', 'GET /list'],
      /no list is read in its handler without a bound/,
    ],
    [
      'options from elsewhere',
      'res.json(await prisma.order.findMany({ ...req.order }));',
      ['--route', 'GET /list'],
      /without a bound|put together elsewhere/,
    ],
    [
      'a selection without the id',
      'res.json(await prisma.order.findMany({ select: { product: true } }));',
      ['--route', 'GET /list'],
      /does not select the id/,
    ],
  ])('refuses %s in one line, and writes nothing', async (_, body, args, message) => {
    const files = handler(body);
    const dir = makeApp(files);
    const { code, stderr } = await backendLint(dir, 'codemod', 'pagination', ...args, '--yes');
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd()).not.toContain('\n');
    expect(readApp(dir)).toEqual(files);
  });
});
