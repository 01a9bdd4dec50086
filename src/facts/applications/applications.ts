import type { Application, Framework } from '../../model/application.js';
import type { BackendFile } from '../../model/file.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, closest, enclosingFunction, isFunction, receiverOf, unwrap, wrapped } from '../../syntax/nodes.js';
import { getBinding, isExported } from '../bindings.js';
import { denote, findInstance, rowOf } from '../entities.js';
import { exportsOf } from '../exports.js';
import { allMountings, parameterHost, type Host } from '../hosts.js';
import { peel } from '../steps.js';
import { constantOf, follow, propertyIn } from '../values.js';
import { hostOf, registrationsOf } from './registrations.js';

/** The types of which an application is, and the package whose version decides. */
const TYPES: Readonly<Record<string, readonly [Framework, string]>> = {
  'express.Application': ['express', 'express'],
  'fastify.Instance': ['fastify', 'fastify'],
  'koa.Application': ['koa', 'koa'],
  'hono.App': ['hono', 'hono'],
  'hono.OpenApi': ['hono', 'hono'],
  'elysia.App': ['elysia', 'elysia'],
  'h3.App': ['h3', 'h3'],
  'nestjs.Application': ['nestjs', '@nestjs/core'],
};
/** What application-making calls and classes are called; names of the project's own choice are followed by `denote`. */
const SIGNS =
  /['"](?:express|fastify|koa|hono(?:\/[\w-]+)?|@hono\/zod-openapi|elysia|h3|@nestjs\/core|(?:node:)?https?2?|ultimate-express|@trpc\/server\/adapters\/standalone)['"]|\b(?:Bun|Deno)\.serve\b/;
/** Calls that make an application answer when it is handed to them. */
const SERVERS =
  /^(?:createServer|createSecureServer|serve|serverless|handle|serverlessExpress|awsLambdaFastify|serverlessHttp|toNodeListener|toNodeHandler|toWebHandler|Server|createServerAdapter|httpServer|createHttpTerminator|configure|default|getRequestListener|createAdaptorServer)$|[sS]erver(?:less)?$|[hH]andler$/;

/** `app.init()` only sets up; what answers then is the platform that is taken out of it, or was put in. */
const ADAPTED = /Adapter\b|getInstance\(|serverless|lambda/i;

/** The applications that a file creates. */
export const applicationsOf = (file: BackendFile): readonly Application[] => file.memo(findApplications);

function findApplications(file: BackendFile): Application[] {
  if (!SIGNS.test(file.text)) return [];
  const found: Application[] = [];
  const seen = new Set<string>();
  for (const node of [...allCalls(file), ...file.index.news]) {
    const made = applicationAt(node, file);
    const key = made && (hostOfApplication(made)?.key ?? `${made.node.range[0]}`);
    if (!made || !key || seen.has(key)) continue;
    seen.add(key);
    found.push(made);
  }
  return found.sort((a, b) => a.node.range[0] - b.node.range[0]);
}

function* allCalls(file: BackendFile): Generator<TSESTree.CallExpression> {
  for (const [name, calls] of file.index.calls) {
    const isCandidate =
      /^(?:create\w*|serve|fastify|Fastify|express|koa|Koa|app|h3)$/.test(name) || imported(file).has(name);
    if (isCandidate) yield* calls;
  }
}

/** Names of imports and requires: what makes an application is one of them, or a member of one. */
const imported = (file: BackendFile): ReadonlySet<string> => file.memo(findImported);

function findImported(file: BackendFile): Set<string> {
  const names = new Set<string>();
  for (const statement of file.ast.body)
    if (statement.type === 'ImportDeclaration' && SIGNS.test(`'${statement.source.value}'`))
      for (const specifier of statement.specifiers) names.add(specifier.local.name);
  for (const { id, init } of file.index.declarators)
    if (id.type === 'Identifier' && init && SIGNS.test(file.text.slice(init.range[0], init.range[1]).slice(0, 80)))
      names.add(id.name);
  return names;
}

type Making = TSESTree.CallExpression | TSESTree.NewExpression;

function applicationAt(node: Making, file: BackendFile): Application | null {
  const server = serverAt(node, file);
  if (server) return server;
  const instance = findInstance(denote(node));
  const known = instance && instance.at === node ? TYPES[instance.type.id] : undefined;
  if (!known || isLink(node)) return null;
  const [framework, module] = known;
  const host = hostOfMaking(node);
  if (!host) return null;
  const made = { framework, node, file, major: majorOf(file, module), handler: null, isServed: true } as const;
  if (framework !== 'nestjs' && isMounted(host)) return null;
  return { ...made, isServed: isServed(node, host, framework) };
}

/** `app.basePath('/api')` gives an application too, and is a link of the chain that made the first. */
function isLink(node: Making): boolean {
  if (node.type === 'NewExpression') return false;
  const callee = unwrap(node.callee);
  return callee.type === 'MemberExpression' && TYPES[findInstance(denote(callee.object))?.type.id ?? ''] !== undefined;
}

const majorOf = (file: BackendFile, module: string): number | null =>
  file.project.findPackage(file.path)?.version(module)?.major ?? null;

/** The host that a creation is: the parameter whose default it is, else itself. */
function hostOfMaking(making: Making): Host | null {
  const node = withBase(making);
  const { parent } = node;
  if (parent.type === 'AssignmentPattern' && isFunction(parent.parent)) {
    const index = parent.parent.params.indexOf(parent);
    if (index >= 0) return parameterHost(parent.parent, index);
  }
  const target = assignedName(node);
  return (target && hostOf(target)) ?? hostOf(node);
}

/** `new Hono().basePath('/api')`: what is registered belongs to the last link. */
function withBase(node: Making): Making {
  const { parent } = node;
  if (parent.type !== 'MemberExpression' || parent.object !== node || parent.parent.type !== 'CallExpression')
    return node;
  return calleeName(parent.parent) === 'basePath' ? withBase(parent.parent) : node;
}

/** The name that the creation is written to by an assignment: `app = await NestFactory.create(…)`. */
function assignedName(node: Making): TSESTree.Identifier | null {
  const outer = closest(
    node,
    'AssignmentExpression',
    'ArrowFunctionExpression',
    'FunctionExpression',
    'BlockStatement',
  );
  return outer?.type === 'AssignmentExpression' && outer.left.type === 'Identifier' ? outer.left : null;
}

/** What an application's parts are registered on; null for a server with one handler. */
export const hostOfApplication = (application: Application): Host | null =>
  application.handler ? null : hostOfMaking(application.node);

/** Put into another application, it is one of its routers. */
const isMounted = (host: Host): boolean => allMountings(host).some(({ row }) => row !== null);

/** `createServer((req, res) => …)`, `Bun.serve({ fetch })`, `Deno.serve(handler)`, `createHTTPServer({ router })`. */
function serverAt(node: Making, file: BackendFile): Application | null {
  if (node.type === 'NewExpression') return null;
  const name = calleeName(node);
  if (name === 'createHTTPServer') {
    const entity = denote(node.callee);
    const isTrpc = entity?.kind === 'export' && entity.module.startsWith('@trpc/server');
    return isTrpc
      ? { framework: 'trpc', node, file, major: majorOf(file, '@trpc/server'), handler: null, isServed: true }
      : null;
  }
  if (name !== 'createServer' && name !== 'createSecureServer' && name !== 'serve') return null;
  const callee = denote(node.callee);
  const row = rowOf(callee)?.route;
  if (!row || (callee?.kind !== 'export' && callee?.kind !== 'method')) return null;
  const module = callee.kind === 'export' ? callee.module : callee.library.name;
  const text = file.text.slice(node.callee.range[0], node.callee.range[1]);
  const framework: Framework | null = text.startsWith('Deno')
    ? 'deno'
    : text.startsWith('Bun') || module === 'bun'
      ? 'bun'
      : /^(?:node:)?https?2?$/.test(module)
        ? 'node-http'
        : null;
  const handler = framework && handlerOf(node);
  return framework && handler
    ? { framework, node, file, major: null, handler, isServed: !isForItself(node, file) }
    : null;
}

/** `server.listen(0, '127.0.0.1')`: whatever port is free, on this machine only. Only the program itself knows where. */
const isForItself = (node: Node, file: BackendFile): boolean =>
  (file.index.calls.get('listen') ?? []).some((call) => {
    const receiver = receiverOf(call);
    const [port, host] = call.arguments;
    return (
      receiver !== null &&
      follow(receiver) === node &&
      port !== undefined &&
      constantOf(port) === 0 &&
      host !== undefined &&
      /^(?:127\.0\.0\.1|localhost|::1)$/.test(String(constantOf(host)))
    );
  });

function handlerOf(node: TSESTree.CallExpression): Application['handler'] {
  for (const argument of [...node.arguments].reverse()) {
    if (argument.type === 'SpreadElement') continue;
    const value = follow(argument);
    if (value.type === 'ObjectExpression') {
      const given = ['fetch', 'handler']
        .map((name) => propertyIn(value, name))
        .find((each) => each && each !== 'unknown');
      const fn = given && given !== 'unknown' ? peel(given).fn : null;
      if (fn) return fn;
    } else {
      const { fn } = peel(argument);
      if (fn) return fn;
    }
  }
  return null;
}

/**
 * Whether something makes it answer: `listen`, a server that it is handed to, the platform that takes a file's default
 * export. An application of a module's own level that is exported counts: a `bin` file or a platform starts it.
 */
function isServed(node: Making, host: Host, framework: Framework): boolean {
  const files = [host.file, ...importersOf(host.file)];
  const isStarted = files.some((file) =>
    registrationsOf(file).some(
      (each) =>
        each.host.key === host.key &&
        (each.handed < 0
          ? /^(?:listen|fire)$/.test(each.method) || (each.method === 'init' && ADAPTED.test(file.text))
          : SERVERS.test(each.method)),
    ),
  );
  if (isStarted) return true;
  if (framework === 'nestjs') return false;
  const fn = enclosingFunction(node);
  if (fn) return fn.params.length === 0 && isExported(fn) && files.length > 1;
  return isModuleExport(node, host) || framework === 'hono' || framework === 'elysia' ? isWorth(host) : false;
}

/** Something is registered on it. */
const isWorth = (host: Host): boolean =>
  registrationsOf(host.file).some((each) => each.host.key === host.key && each.handed < 0);

function isModuleExport(node: Making, host: Host): boolean {
  const declarator = wrapped(node).parent;
  if (declarator?.type === 'VariableDeclarator' && isExported(declarator)) return true;
  const { names, whole } = exportsOf(host.file);
  const given = [whole, ...[...names.values()].map((each) => ('node' in each ? each.node : null))];
  return given.some((each) => each !== null && (hostOf(each)?.key === host.key || holds(each, host)));
}

/** `module.exports = { app }`. */
function holds(node: Node, host: Host): boolean {
  const value = unwrap(node);
  if (value.type === 'Identifier') {
    const binding = getBinding(value);
    return binding.kind === 'value' && binding.init !== null && hostOf(binding.init)?.key === host.key;
  }
  return (
    value.type === 'ObjectExpression' &&
    value.properties.some((property) => property.type === 'Property' && hostOf(property.value)?.key === host.key)
  );
}

const MOST_IMPORTERS = 12;

/** Files that import a file, and those that import these: where an exported application is used. */
export function importersOf(file: BackendFile): BackendFile[] {
  const { project } = file;
  const found = new Map<string, BackendFile>();
  let level = [file.path];
  for (let hop = 0; hop < 2; hop++) {
    level = level.flatMap((path) => project.importersOf(path)).filter((path) => path !== file.path && !found.has(path));
    for (const path of level.slice(0, MOST_IMPORTERS)) {
      const other = project.open(path);
      if (other && other.kind !== 'test') found.set(path, other);
    }
  }
  return [...found.values()];
}
