import type { BackendFile } from '../../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, closest, enclosingFunction, isFunction, keyName, outward, unwrap } from '../../syntax/nodes.js';
import { getBinding } from '../bindings.js';
import { allCallers } from '../callers.js';
import { denote } from '../entities.js';
import { routesOf } from '../routes.js';
import { superOf } from '../entities.js';
import { fileOf, sourceText } from '../../model/file.js';

/** A pool, connection or ORM instance that is made again and again. */
export interface Creation {
  readonly node: TSESTree.NewExpression | TSESTree.CallExpression;
  /** What is made, as the code calls it. */
  readonly name: string;
  readonly where: 'handler' | 'loop';
}

/** What opens connections, by module: constructions, and functions. Clients that only send HTTP are none of these. */
const OPENS: Readonly<Record<string, { readonly made?: RegExp; readonly called?: RegExp }>> = {
  pg: { made: /^(?:Pool|Client|default|native\.(?:Pool|Client))$/ },
  'pg-pool': { made: /^default$/ },
  '@prisma/client': { made: /^PrismaClient$/ },
  typeorm: { made: /^DataSource$/, called: /^createConnection$/ },
  sequelize: { made: /^(?:Sequelize|default)$/ },
  'sequelize-typescript': { made: /^Sequelize$/ },
  kysely: { made: /^Kysely$/ },
  mongodb: { made: /^MongoClient$/, called: /^MongoClient\.connect$/ },
  mongoose: { called: /^(?:connect|createConnection)$/ },
  knex: { called: /^(?:default|knex|\*)$/ },
  postgres: { called: /^(?:default|\*)$/ },
  'mysql2/promise': { called: /^(?:createPool|createConnection)$/ },
  mysql2: { called: /^(?:createPool|createConnection)$/ },
  mysql: { called: /^(?:createPool|createConnection)$/ },
  mssql: { made: /^ConnectionPool$/, called: /^connect$/ },
  '@mikro-orm/core': { called: /^MikroORM\.init$/ },
  '@mikro-orm/postgresql': { called: /^MikroORM\.init$/ },
  '@mikro-orm/mysql': { called: /^MikroORM\.init$/ },
  'better-sqlite3': { made: /^default$/ },
  ioredis: { made: /^(?:default|Redis|Cluster)$/ },
  redis: { called: /^(?:createClient|createCluster)$/ },
  '@libsql/client': { called: /^createClient$/ },
  '@clickhouse/client': { called: /^createClient$/ },
  slonik: { called: /^createPool$/ },
  bullmq: { made: /^Queue$/ },
};

/** The clients that a file makes in a request's path or in a loop. */
export const repeatedCreationsOf = (file: BackendFile): readonly Creation[] => file.memo(findCreations);

const CALLED = [
  'createPool',
  'createConnection',
  'createClient',
  'createCluster',
  'connect',
  'init',
  'knex',
  'Knex',
  'postgres',
];

function findCreations(file: BackendFile): Creation[] {
  const found: Creation[] = [];
  for (const node of file.index.news) if (opens(node, 'made')) add(node, found);
  const calls = new Set(
    [...file.index.calls.keys()].filter((name) => CALLED.includes(name) || isImportedDefault(file, name)),
  );
  for (const name of calls)
    for (const node of file.index.calls.get(name) ?? []) if (opens(node, 'called')) add(node, found);
  return found;
}

/** `import pgClient from 'postgres'`, under whatever name. */
const isImportedDefault = (file: BackendFile, name: string): boolean =>
  file.index.specifiers.some((specifier) => specifier === 'postgres' || specifier === 'knex') &&
  new RegExp(`\\b${name.replaceAll('$', '\\$')}\\b[^;\\n]*(?:from\\s*|require\\()['"](?:postgres|knex)['"]`).test(
    file.text,
  );

function opens(node: Creation['node'], how: 'made' | 'called'): boolean {
  let callee = denote(node.callee);
  // A class of one's own that extends a client.
  for (let hops = 0; how === 'made' && callee?.kind === 'class' && hops < 5; hops++)
    callee = callee.node.superClass ? superOf(callee.node) : null;
  if (callee?.kind === 'export') {
    const row = OPENS[callee.module]?.[how];
    return callee.proof !== 'name' && (row?.test(callee.path.join('.').replace(/^default\./, '') || '*') ?? false);
  }
  // Described values: `mongoose.connect`, a default import that is called itself.
  return false;
}

function add(node: Creation['node'], found: Creation[]): void {
  const where = whereMade(node);
  if (where) found.push({ node, name: sourceText(node.callee), where });
}

function whereMade(node: Creation['node']): Creation['where'] | null {
  const fn = enclosingFunction(node);
  if (isKept(node) || takesBinding(node)) return null;
  if (fn && (isReached(fn, 0) || (isServiceMethod(fn) && !isGivenBack(node, fn)))) return 'handler';
  return isInLoop(node, fn) ? 'loop' : null;
}

function isInLoop(node: Node, fn: FunctionNode | null): boolean {
  for (let up: Node | undefined = node.parent; up && up !== fn; up = up.parent)
    if (/^(?:For|ForOf|ForIn|While|DoWhile)Statement$/.test(up.type)) return !isRetry(up);
  return false;
}

/** A loop that tries until it succeeds makes one client in the end. */
const isRetry = (loop: Node): boolean => /\bcatch\b|\bbreak\b/.test(sourceText(loop));

/** Whether the client goes where it is found again: a field, a global, a cache, `x ??= new Pool()`. */
function isKept(node: Node): boolean {
  const fn = enclosingFunction(node);
  for (let up: Node | undefined = node.parent; up && up !== fn; up = up.parent) {
    if (up.type === 'AssignmentExpression') {
      if (up.operator !== '=') return true;
      const target = unwrap(up.left);
      if (target.type === 'MemberExpression') return true;
      // `if (!pool) pool = new Pool()`
      return target.type === 'Identifier' && isGuarded(node, target.name, fn);
    }
    if (up.type === 'LogicalExpression' && up.operator !== '&&') return true;
    if (
      up.type === 'CallExpression' &&
      /^(?:set|push|register|provide|useValue|singleton|memoi[sz]e|once|cache)$/.test(calleeName(up) ?? '')
    )
      return true;
    if (up.type === 'VariableDeclarator' && up.id.type === 'Identifier') return isStored(up.id, fn);
  }
  return false;
}

/** Whether the variable is put into a cache or global later: `clients.set(tenant, pool)`, `globalThis.prisma = prisma`. */
function isStored(id: TSESTree.Identifier, fn: FunctionNode | null): boolean {
  const binding = getBinding(id);
  if (binding.kind !== 'value' || !fn) return false;
  return binding.variable.references.some(({ identifier }) => {
    const up = outward(identifier);
    if (up?.type === 'AssignmentExpression' && up.right === (identifier as Node))
      return up.left.type === 'MemberExpression' || up.left.type === 'Identifier';
    return up?.type === 'CallExpression' && /^(?:set|push|register|add)$/.test(calleeName(up) ?? '');
  });
}

function isGuarded(node: Node, name: string, fn: FunctionNode | null): boolean {
  const test = closest(node, 'IfStatement')?.test;
  const { text } = fileOf(node);
  const word = new RegExp(`\\b${name}\\b`);
  if (test && word.test(text.slice(...test.range))) return true;
  // `if (pool) return pool;` before it.
  return fn !== null && new RegExp(`if\\s*\\(\\s*${name}\\b`).test(text.slice(fn.range[0], node.range[0]));
}

/** Edge runtimes hand the connection's address over with each request, and forbid sharing sockets between them. */
function takesBinding(node: Creation['node']): boolean {
  const text = node.arguments.map((each) => sourceText(each)).join(',');
  return /\b(?:c|ctx|context|event|platform)\??\.env\b|(?<!process\.|meta\.|Bun\.|Deno\.)\benv\.[A-Z]\w*(?:\.connectionString)|HYPERDRIVE/i.test(
    text,
  );
}

/** Whether a request runs the function: it is a handler, stands in one, or one calls it. */
function isReached(fn: FunctionNode, hops: number): boolean {
  for (let at: FunctionNode | null = fn; at; at = enclosingFunction(at)) {
    if (isLazy(at)) return false;
    if (handlersIn(fileOf(at)).has(at)) return true;
    if (isOnce(at)) return false;
  }
  if (hops > 3) return false;
  return (allCallers(fn) ?? []).some((call) => {
    const caller = enclosingFunction(call);
    return (
      caller !== null &&
      !isKept(call) &&
      (isReached(caller, hops + 1) || (isServiceMethod(caller) && !isGivenBack(call, caller)))
    );
  });
}

const SERVICES = /(?:Service|Repository|Controller|Resolver|Dao|Store|UseCase)$/;
/** Methods that are there to make what is shared. */
const MAKES = /^(?:connect|reconnect|init|create|build|make|open|start|setup|bootstrap|register)/i;

/** Whether the function is a method of a service: requests call it, whoever they come through. */
function isServiceMethod(fn: FunctionNode): boolean {
  const { parent } = fn;
  if (parent.type !== 'MethodDefinition' || parent.kind !== 'method' || isOnce(fn) || isLazy(fn)) return false;
  if (MAKES.test(keyName(parent.key, parent.computed) ?? '')) return false;
  const owner = parent.parent.parent;
  if (!SERVICES.test(owner.id?.name ?? '') && !owner.decorators.some((each) => /^@Injectable\b/.test(sourceText(each))))
    return false;
  const callers = allCallers(fn);
  return (
    !callers ||
    callers.some((call) => {
      const caller = enclosingFunction(call);
      return caller !== null && !isOnce(caller);
    })
  );
}

/** Whether the client is what the function answers with: its caller says how often it is made. */
function isGivenBack(node: Node, fn: FunctionNode): boolean {
  let up = outward(node);
  while (up?.type === 'AwaitExpression') up = outward(up);
  if (up?.type === 'ReturnStatement' || (up?.type === 'ArrowFunctionExpression' && up.body === node)) return true;
  if (up?.type !== 'VariableDeclarator' || up.id.type !== 'Identifier') return false;
  const binding = getBinding(up.id);
  return (
    binding.kind === 'value' &&
    binding.variable.references.some(({ identifier }) => {
      const use = outward(identifier);
      return (
        enclosingFunction(identifier) === fn &&
        (use?.type === 'ReturnStatement' || (use?.type === 'Property' && closest(use, 'ReturnStatement') !== null))
      );
    })
  );
}

/**
 * A function that gives back what it made before: `if (limiter) return limiter;`, `if (clients.has(tenant)) return …`,
 * `if (!limiter) { …; limiter = … }` of a variable outside it.
 */
function isLazy(fn: FunctionNode): boolean {
  const text = sourceText(fn);
  if (/if\s*\(\s*([\w.]+)\s*\)\s*\{?\s*return\s+\1\b/.test(text)) return true;
  if (/if\s*\(\s*!?\s*([\w.#]+)\.has\([^]*?\b\1\.set\(/.test(text)) return true;
  const tested = /if\s*\(\s*(?:!\s*(\w+)|(\w+)\s*={2,3}\s*(?:null|undefined))\s*\)[^]*?\b(?:\1|\2)\s*=(?!=)/.exec(text);
  const name = tested?.[1] ?? tested?.[2];
  return name !== undefined && !new RegExp(`\\b(?:let|var)\\s+${name}\\b`).test(text);
}

/** Constructors and hooks of a module's life run once. */
function isOnce(fn: FunctionNode): boolean {
  const { parent } = fn;
  if (parent.type === 'MethodDefinition')
    return (
      parent.kind === 'constructor' ||
      /^(?:onModuleInit|onApplicationBootstrap|onModuleDestroy)$/.test(keyName(parent.key, parent.computed) ?? '')
    );
  return parent.type === 'Property' && keyName(parent.key, parent.computed) === 'useFactory';
}

/** The functions of a file that handle requests, registered here or by a file that imports it. */
const handlersIn = (file: BackendFile): ReadonlySet<Node> => file.memo(findHandlers);

function findHandlers(file: BackendFile): ReadonlySet<Node> {
  const handlers = new Set<Node>();
  const importers = file.project
    .importersOf(file.path)
    .slice(0, 20)
    .flatMap((path) => file.project.open(path) ?? []);
  for (const each of [file, ...importers])
    for (const { handler, guards } of routesOf(each))
      for (const fn of [handler?.fn, ...guards.map((guard) => guard.fn)])
        if (isFunction(fn) && fileOf(fn) === file) handlers.add(fn);
  return handlers;
}
