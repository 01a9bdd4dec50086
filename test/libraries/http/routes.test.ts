/** Routes and what stands before them, over the small backends of test/cases/require-idempotency: every framework once. */
import { cpSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { guardsOf } from '../../../src/facts/route-guards.js';
import { routesOf } from '../../../src/facts/routes.js';
import type { Route } from '../../../src/model/route.js';
import { projectFor } from '../../../src/project/open.js';

const CASES = fileURLToPath(new URL('../../cases/require-idempotency', import.meta.url));
const ANNOTATION = /^\s*\/\/\s*(?:bad|ok)(?:-cross)?:.*\brequire-idempotency\b/;

// Beneath `test/` the files would be taken for tests, whose mounts say nothing.
const workspace = realpathSync(mkdtempSync(join(tmpdir(), 'routes-')));
cpSync(CASES, workspace, { recursive: true });
afterAll(() => rmSync(workspace, { recursive: true, force: true }));

const project = projectFor({ modules: {} });

function allSources(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[cm]?[jt]s$/.test(name))
    .sort()
    .map((name) => join(dir, name));
}

/** Where a route's own part begins; files that are not linted themselves have offsets only. */
function startOf({ node, call }: Route): number {
  return call?.callee.type === 'MemberExpression' && call === node ? call.callee.property.range[0] : node.range[0];
}

const render = (route: Route): string => {
  const guards = guardsOf(route).map(
    ({ scope, name, fn, module }) => `${scope} ${name ?? '(inline)'}${fn ? '' : ` of ${module}`}`,
  );
  const what = `${route.verb} ${route.path ?? '-'} ${route.proof}${route.handler?.fn ? '' : ' unknown handler'}`;
  return [what, ...guards].join(' | ');
};

/** Every route of one of the backends, a line each. */
function linesOf(name: string, only: (route: Route) => boolean = () => true): string[] {
  return allSources(join(workspace, name)).flatMap((path) => routesOf(project.open(path)!).filter(only).map(render));
}

describe('every annotated route is found', () => {
  it.each(readdirSync(CASES))('%s', (name) => {
    const missing = allSources(join(workspace, name)).flatMap((path) => {
      const file = project.open(path)!;
      const lines = file.text.split('\n');
      const starts = routesOf(file).map((route) => file.text.slice(0, startOf(route)).split('\n').length);
      const annotated = lines.flatMap((line, index) => (ANNOTATION.test(line) ? [index + 1] : []));
      return annotated.flatMap((line, index) => {
        const next = annotated[index + 1] ?? lines.length + 1;
        return starts.some((start) => start > line && start < next) ? [] : [`${relative(workspace, path)}:${line}`];
      });
    });
    expect(missing).toEqual([]);
  });

  it('with its handler', () => {
    const all = readdirSync(CASES).flatMap((name) => linesOf(name));
    expect(all.length).toBeGreaterThan(120);
    expect(all.filter((line) => line.includes('unknown handler'))).toEqual([]);
  });
});

describe('what stands before a route', () => {
  it('Express: on the route, where another file mounts its router, before that mount', () => {
    expect(linesOf('payments-express5', ({ path }) => ['/', '/charges/safe', '/stripe'].includes(path ?? ''))).toEqual([
      'POST /charges/safe import | route idempotent | application json of express',
      'POST / import | router idempotent | application json of express',
      'POST /stripe import | route raw of express',
    ]);
  });

  it('Fastify: a shared plugin reaches what is registered beside it, and nothing else', () => {
    expect(linesOf('subscriptions-fastify5', ({ path }) => path === '/subscriptions')).toEqual([
      'POST /subscriptions annotation',
      'POST /subscriptions annotation | router (inline)',
    ]);
  });

  it('NestJS: decorators of the project, modules, the whole application', () => {
    expect(linesOf('invoices-nest-graphql').slice(0, 2)).toEqual([
      'MUTATION createInvoice import',
      'MUTATION createInvoiceOnce import | route GqlIdempotencyInterceptor',
    ]);
    expect(linesOf('kitchen-nest-consumer', ({ verb }) => verb === 'POST')).toEqual([
      'POST /deliveries import',
      'POST /deliveries/estimate import',
      'POST /orders import | router IdempotencyMiddleware',
    ]);
    expect(linesOf('shipping-nest-global')).toEqual([
      'POST /parcels import | application IdempotencyKeyInterceptor',
      'POST /parcels/:id/scans import | application IdempotencyKeyInterceptor',
    ]);
  });

  it('Hono: a path of the application covers the routers mounted on it, a chain its later links', () => {
    expect(linesOf('surveys-hono-mounted')).toEqual([
      'POST /:survey import | application (inline)',
      'POST /:survey import',
      'PUT /:survey/:id import',
    ]);
    expect(linesOf('bookings-hono-d1', ({ path }) => path === '/')).toEqual(['POST / import | router onceByKey']);
  });

  it('tRPC: the middleware of a procedure and of the one it is built on', () => {
    expect(linesOf('crm-trpc', ({ path }) => /^create/.test(path ?? ''))).toEqual([
      'MUTATION create import | router (inline)',
      'MUTATION createOnce import | router (inline) | router (inline)',
    ]);
  });

  it('wrappers round an exported handler', () => {
    expect(linesOf('storefront-next', ({ path }) => path === '/api/orders/once')).toEqual([
      'POST /api/orders/once convention | route withIdempotency',
    ]);
    expect(linesOf('events-nuxt', ({ path }) => path === '/api/tickets')).toEqual([
      'POST /api/tickets convention | route defineIdempotentHandler',
    ]);
    expect(linesOf('notifications-serverless').filter((line) => line.includes('|'))).toEqual([
      'ALL - convention | route makeIdempotent of @aws-lambda-powertools/idempotency',
    ]);
  });
});
