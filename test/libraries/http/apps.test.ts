/** One small app for each HTTP library, as its documentation writes it: all routes, and what stands before them. */
import { cpSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { addressesOf } from '../../../src/facts/applications/addresses.js';
import { guardsOf } from '../../../src/facts/route-guards.js';
import { routesOf } from '../../../src/facts/routes.js';
import type { Route } from '../../../src/model/route.js';
import { projectFor } from '../../../src/project/open.js';

// Beneath `test/` the files would be taken for tests, whose mounts say nothing.
const workspace = realpathSync(mkdtempSync(join(tmpdir(), 'apps-')));
afterAll(() => rmSync(workspace, { recursive: true, force: true }));

const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  express: [
    'GET /health | application json of express',
    'GET /shops/:shop/orders | router requireUser | application json of express',
    'POST /shops/:shop/orders | route requireUser | router requireUser | application json of express',
    'PUT /shops/:shop/orders/:id | route requireUser | router requireUser | application json of express',
    'DELETE /shops/:shop/orders/:id | router requireUser | application json of express',
    'ALL /legacy | application json of express',
    'GET /files/*path | application json of express',
  ],
  fastify: [
    'GET /health',
    'GET /orders | router authenticate',
    'POST /orders | router authenticate',
    'PUT /orders/:id | route authenticate | router authenticate',
    'PATCH /orders/:id | route authenticate | router authenticate',
  ],
  nestjs: [
    'GET /orders | router AuthGuard',
    'POST /orders | router AuthGuard',
    'PUT /orders/:id | router AuthGuard',
    'DELETE /orders/:id | router AuthGuard',
    'ALL /health',
  ],
  hono: [
    'GET /api/orders | router bearerAuth of hono/bearer-auth',
    'POST /api/orders | router bearerAuth of hono/bearer-auth',
    'PUT /api/orders/:id | router bearerAuth of hono/bearer-auth',
    'PATCH /api/orders/:id | router bearerAuth of hono/bearer-auth',
    'GET /api/health',
    'DELETE /api/carts/:id',
  ],
  koa: [
    'GET /api/orders | router requireUser',
    'POST /api/orders | route requireUser | router requireUser',
    'DELETE /api/orders/:id | router requireUser',
  ],
  next: [
    'src/app/api/orders/[id]/route.ts: DELETE /api/orders/:id',
    'src/app/api/orders/route.ts: GET /api/orders',
    'src/app/api/orders/route.ts: POST /api/orders',
    'src/pages/api/pay.ts: ALL /api/pay',
  ],
  trpc: ['QUERY /list', 'MUTATION /create | router inline', 'SUBSCRIPTION /changed', 'QUERY /health'],
  elysia: [
    'GET /v1/orders | router inline',
    'POST /v1/orders | router inline',
    'DELETE /v1/orders/:id | router inline',
    'PATCH /v1/cart',
  ],
  h3: [
    'server/api/orders/index.get.ts: GET /api/orders',
    'server/api/orders/index.post.ts: POST /api/orders',
    'server/routes/[id].delete.ts: DELETE /:id',
    'server/standalone.ts: GET /health',
    'server/standalone.ts: POST /orders',
  ],
  sveltekit: [
    'src/routes/api/orders/+server.ts: GET /api/orders',
    'src/routes/api/orders/+server.ts: POST /api/orders',
    'src/routes/api/orders/[id]/+server.ts: DELETE /api/orders/:id',
    'src/routes/cart/+page.server.ts: POST /cart',
  ],
  lambda: ['ALL -', 'ALL -'],
  edge: ['ALL -', 'POST /orders', 'ALL -', 'ALL -'],
  apollo: ['QUERY /orders', 'MUTATION /placeOrder', 'MUTATION /cancelOrder'],
  pothos: ['QUERY /orders', 'MUTATION /placeOrder', 'MUTATION /cancelOrder'],
  'nestjs-graphql': ['QUERY /orders', 'MUTATION /placeOrder', 'SUBSCRIPTION /orderPlaced'],
};

const describeRoute = (route: Route): string =>
  [
    `${route.verb} ${addressesOf(route)
      .map((path) => path ?? '-')
      .join(' ')}${route.handler?.fn ? '' : ' (handler unknown)'}`,
    ...guardsOf(route).map(({ scope, name, module, fn }) => `${scope} ${name ?? 'inline'}${fn ? '' : ` of ${module}`}`),
  ].join(' | ');

/** Every route of an app, a line each: the verb and path, then its guards. */
function allRoutes(name: string): string[] {
  const dir = join(workspace, name);
  cpSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), dir, { recursive: true });
  const project = projectFor({ modules: {} });
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ts$/.test(file))
    .sort()
    .flatMap((file) => {
      const lines = routesOf(project.open(join(dir, file))!).map(describeRoute);
      return file === 'app.ts' ? lines : lines.map((line) => `${relative('app', file)}: ${line}`);
    });
}

it.each(Object.entries(EXPECTED))('%s', (name, expected) => expect(allRoutes(name)).toEqual(expected));
