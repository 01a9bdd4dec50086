import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { isKeyGuard } from '../../facts/idempotency.js';
import { guardsOf } from '../../facts/route-guards.js';
import { fileOf, lineOf, sourceText } from '../../model/file.js';
import type { Route } from '../../model/route.js';
import { Edits } from '../edits.js';
import { Refusal, type Note, type Plan, type Request } from '../plan.js';
import { checkCompiles } from '../project/compile.js';
import { addImport } from '../project/imports.js';
import { shown, specifierOf, targetOf, type Target } from '../project/target.js';
import { moduleText } from '../project/template.js';
import { putOn } from './apply.js';
import { callerSourceOf } from './caller.js';
import { nameOf, namedRoutes, reportedRoutes, SIGNS } from '../project/routes.js';
import { findStore, type Store } from './stores.js';
import { tableChange } from './table.js';
import { express } from './templates/express.js';
import { fastify } from './templates/fastify.js';
import { callerFunction, type FrameworkCode } from './templates/framework.js';
import { hono } from './templates/hono.js';
import { koa } from './templates/koa.js';
import { nest } from './templates/nest.js';
import { redisStore } from './templates/redis.js';
import { sqlStore } from './templates/sql.js';
import { storeTemplate, type StoreCode } from './templates/store.js';

const FRAMEWORKS: Readonly<Record<string, { readonly id: string; readonly code: FrameworkCode }>> = {
  express: { id: 'express', code: express },
  fastify: { id: 'fastify', code: fastify },
  hono: { id: 'hono', code: hono },
  koa: { id: 'koa', code: koa },
  'koa-router': { id: 'koa', code: koa },
  nestjs: { id: 'nest', code: nest },
};

/** `codemod idempotency`: a middleware that does the work of a repeated request once, on the routes chosen. */
export async function planIdempotency(request: Request): Promise<Plan> {
  const target = targetOf(request);
  const chosen = request.routes.length > 0 ? namedRoutes(target, request.routes) : reportedRoutes(target);
  // A handler may read the key that it will be given.
  const open = chosen.filter(
    (route) => !guardsOf(route).some((guard) => isKeyGuard(guard, SIGNS)) && !isDecorated(route),
  );
  if (open.length === 0) return { changes: [], notes: [], left: [], hidden: [] };
  const { routes, left } = served(target, open);
  const [first] = routes;
  if (!first) throw new Refusal(`${left[0]!}.`);
  const framework = FRAMEWORKS[first.library.name]!;
  const paths = modulePaths(target, framework.id);
  const store = findStore(target, request.store, framework.id === 'nest');
  if (store.isInjected && framework.id !== 'nest') throw new Refusal('An injected client needs NestJS.');
  const edits = new Edits();
  const placed = routes.filter((route) => {
    if (putOn(edits, route, framework.code.names)) return true;
    left.push(
      `${place(target, route)}: ${nameOf(route)}: there is no place before its handler that this codemod knows`,
    );
    return false;
  });
  if (placed.length === 0) throw new Refusal(`${left[0]!}.`);
  const [name, ...also] = framework.code.names;
  for (const file of edits.files)
    if (addImport(edits, target, file, { name: name!, also, from: paths.middleware }) !== name)
      throw new Refusal(`${shown(target, file.path)} has something else by the name of ${name!}: rename that first.`);
  const table = store.kind === 'redis' || store.kind === 'ioredis' ? null : tableChange(target, store, paths.folder);
  const changes = [...edits.changes(), ...modules(target, framework, store, paths), ...(table ? [table.change] : [])];
  const hasTypes = await checkCompiles(target, changes);
  return { changes, notes: notesOf(placed, store, table?.next ?? null, hasTypes), left, hidden: [] };
}

/** By a decorator that is about keys. */
const isDecorated = ({ decorators }: Route): boolean => decorators.some((each) => /idempot/i.test(sourceText(each)));

const place = (target: Target, { node }: Route): string => `${shown(target, fileOf(node).path)}:${lineOf(node)}`;

/** The routes of the framework that most of them are of; the others are left, each with its reason. */
function served(target: Target, routes: readonly Route[]): { routes: Route[]; left: string[] } {
  const left: string[] = [];
  const known = routes.filter((route) => {
    if (FRAMEWORKS[route.library.name]) return true;
    left.push(`${place(target, route)}: ${nameOf(route)}: this codemod writes no middleware for ${route.library.name}`);
    return false;
  });
  const id = known[0] && FRAMEWORKS[known[0].library.name]!.id;
  const one = known.filter((route) => {
    if (FRAMEWORKS[route.library.name]!.id === id) return true;
    left.push(
      `${place(target, route)}: ${nameOf(route)}: another framework than the first route's; run this for it alone`,
    );
    return false;
  });
  return { routes: one, left };
}

interface Paths {
  readonly folder: string;
  readonly middleware: string;
  readonly store: string;
}

/** Where the project keeps its middleware, else beside its other source. */
function modulePaths(target: Target, framework: string): Paths {
  const names =
    framework === 'nest'
      ? ['common', 'shared']
      : framework === 'fastify'
        ? ['hooks', 'plugins']
        : ['middleware', 'middlewares'];
  const folder = names.map((name) => join(target.sourceDir, name)).find((path) => existsSync(path)) ?? target.sourceDir;
  const ending = target.isTypescript ? 'ts' : 'js';
  const stem = framework === 'nest' ? 'idempotency.interceptor' : 'idempotency';
  const paths = {
    folder,
    middleware: join(folder, `${stem}.${ending}`),
    store: join(folder, `idempotency-store.${ending}`),
  };
  for (const path of [paths.middleware, paths.store])
    if (existsSync(path))
      throw new Refusal(`${shown(target, path)} is there already: put it on the routes by hand, or move it away.`);
  return paths;
}

function modules(
  target: Target,
  framework: { readonly code: FrameworkCode; readonly id: string },
  store: Store,
  paths: Paths,
) {
  const { code, id } = framework;
  const caller = callerFunction(code, callerSourceOf(target, id));
  const injected = store.isInjected ? `  constructor(«private readonly prisma: ${store.name}») {}\n` : '';
  const begin = (given: string): string => (store.isInjected ? `${given}, this.prisma` : given);
  const specifier = specifierOf(target, paths.middleware, paths.store);
  const text = code
    .template({ store: specifier, caller, begin })
    .replace('INJECTED\n', injected === '' ? '\n' : `\n${injected}\n`)
    .replace(/^(import \{ begin \} .*)$/m, (line) =>
      store.isInjected
        ? `${line}\nimport { ${store.name} } from '${specifierOf(target, paths.middleware, store.file.path)}';`
        : line,
    );
  return [
    { path: paths.middleware, before: null, after: moduleText(text, target) },
    { path: paths.store, before: null, after: moduleText(storeTemplate(storeCode(target, store, paths)), target) },
  ];
}

function storeCode(target: Target, store: Store, paths: Paths): StoreCode {
  const { kind, name, isDefault, isInjected, file } = store;
  const from = specifierOf(target, paths.store, file.path);
  const clause = isDefault ? name : `{ ${name} }`;
  const line = isInjected
    ? `//ts\nimport type { ${name} } from '${from}';\n//end\n`
    : `import ${clause} from '${from}';\n`;
  if (kind === 'ioredis' || kind === 'redis') return redisStore(kind, name, line, target.package.name ?? 'app');
  return sqlStore(kind, isInjected ? null : name, name, line);
}

function notesOf(routes: readonly Route[], store: Store, next: string | null, hasTypes: boolean): Note[] {
  const isSql = store.kind === 'pg' || store.kind === 'knex' || store.kind === 'prisma';
  return [
    { title: 'Routes that do their work once for each Idempotency-Key', lines: routes.map(nameOf) },
    {
      title: 'What this does not promise',
      lines: [
        'A process that dies after the effect and before its answer is stored leaves no sign of the effect: 30 s later a repeat',
        isSql
          ? 'does it again, unless the handler keeps the answer in the same transaction: work.keep(json(201, value), transaction).'
          : 'does it again, unless the effect itself is unique by work.id: a unique column, the payment provider’s own key.',
      ],
    },
    {
      title: 'Next',
      lines: [
        ...(next === null ? [] : [next]),
        ...(hasTypes ? [] : ['Dependencies are not installed: types could not be checked. Compile before you commit.']),
      ],
    },
  ].filter(({ lines }) => lines.length > 0);
}
