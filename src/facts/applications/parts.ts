import type { Application, Part } from '../../model/application.js';
import { fileOf, type BackendFile } from '../../model/file.js';
import type { FunctionNode, Node } from '../../syntax/ast.js';
import { enclosingFunction, isFunction, isInside, receiverOf, unwrapAwait } from '../../syntax/nodes.js';
import { autoloadAt, autoloadedFiles, defaultOf, pluginOf } from '../autoload.js';
import { denote, findInstance } from '../entities.js';
import { guardAt, moduleOf, nameOf } from '../guard-names.js';
import { appliedIn, applicationFiles, globalGuards } from '../nest-guards.js';
import { type Host, findHost, parameterHost } from '../hosts.js';
import { findMiddleware, peel, stepsIn } from '../steps.js';
import { follow, textOf } from '../values.js';
import { applicationsOf, hostOfApplication, importersOf } from './applications.js';
import { handedHost, hostOf, orderOf, placeOfCall, registrationsOf, type Registration } from './registrations.js';

const MAX_DEPTH = 5;
const known = new WeakMap<Application, readonly Part[]>();

/** What an application is given by itself, in whichever file, in order. What its routers are given: `allParts`. */
export function partsOf(application: Application): readonly Part[] {
  let parts: readonly Part[] | undefined = known.get(application);
  if (!parts) {
    const host = hostOfApplication(application);
    parts = host ? sorted(partsOfHost(host, homeOf(application), [], new Set())) : [];
    if (application.framework === 'nestjs') parts = [...parts, ...nestParts(application)];
    known.set(application, parts);
  }
  return parts;
}

/** What modules put before every route: `APP_GUARD` and the like, `consumer.apply(…).forRoutes(…)`. */
function nestParts({ node, file }: Application): Part[] {
  if (node.type === 'NewExpression') return [];
  const others = new Set(
    applicationsOf(file).flatMap((each) => (each.node === node ? [] : (hostOfApplication(each)?.key ?? []))),
  );
  return applicationFiles(file)
    .flatMap((other) => [...globalGuards(other), ...appliedIn(other)])
    .filter((guard) => !isGivenTo(others, guard.node))
    .map(({ node: given, fn, name, module, file: own }) => ({
      kind: 'middleware',
      node: given,
      call: node,
      method: 'module',
      file: own,
      path: '',
      fn,
      name,
      module: module ?? moduleOf(given),
      order: null,
    }));
}

/** `other.use(helmet())`, of an application made beside this one. */
function isGivenTo(hosts: ReadonlySet<string>, node: Node): boolean {
  const receiver = hosts.size > 0 && node.parent?.type === 'CallExpression' ? receiverOf(node.parent) : null;
  return receiver !== null && hosts.has(hostOf(receiver)?.key ?? '');
}

/** What one router is given in its file, and by functions that it is handed to. */
export const partsOfRouter = (host: Host): readonly Part[] =>
  sorted(partsOfHost(host, host.fn ?? enclosingFunction(host.node), [], new Set())).filter(
    ({ order }) => order !== null,
  );

/** The function in which the application is made; null at the top of its file. */
function homeOf({ node }: Application): FunctionNode | null {
  const { parent } = node;
  // `function init(app = new Koa())`
  if (parent.type === 'AssignmentPattern' && isFunction(parent.parent)) return parent.parent;
  const fn = enclosingFunction(node);
  if (fn?.parent.type === 'MethodDefinition' && fn.parent.kind === 'constructor') return null;
  return fn;
}

const routerParts = new WeakMap<Application, readonly Part[]>();

/** What the application and all routers, plugins and sub-applications that it mounts are given; without an order between files. */
export function allParts(application: Application): readonly Part[] {
  let all = routerParts.get(application);
  if (!all) {
    const seen = new Set<string>();
    const found: Part[] = [];
    const add = (parts: readonly Part[], depth: number): void => {
      found.push(...parts);
      if (depth >= MAX_DEPTH) return;
      for (const part of parts) {
        found.push(...loadedPackages(part));
        for (const host of hostsIn(part))
          if (!seen.has(host.key)) {
            seen.add(host.key);
            add(sorted(partsOfHost(host, host.fn, [], new Set())), depth + 1);
          }
      }
    };
    add(partsOf(application), 0);
    routerParts.set(application, (all = found));
  }
  return all;
}

/** Autoloaded files that give a package's plugin as it is: `export default helmet`. */
function loadedPackages(part: Part): Part[] {
  const autoload = part.method === 'register' ? autoloadAt(part.call) : null;
  return (autoload ? autoloadedFiles(autoload) : []).flatMap((file) => {
    const node = defaultOf(file);
    return node && !pluginOf(file) ? [standing(node, { ...part, path: '' })] : [];
  });
}

/** The router, plugin or sub-application that a part mounts. */
export function hostsIn(part: Part): Host[] {
  if (part.kind === 'setting' || part.kind === 'route') return [];
  const autoload = part.method === 'register' ? autoloadAt(part.call) : null;
  if (autoload)
    return autoloadedFiles(autoload).flatMap((file) => {
      const plugin = pluginOf(file);
      return plugin ? [parameterHost(plugin, 0)] : [];
    });
  const host = mountedHost(part.node);
  return host ? [host] : [];
}

function mountedHost(node: Node): Host | null {
  const value = unwrapAwait(node);
  const entity = denote(value);
  if (entity?.kind === 'function') {
    const first = entity.node.params[0];
    return first?.type === 'Identifier' &&
      registrationsOf(fileOf(entity.node)).some(({ host }) => host.fn === entity.node)
      ? parameterHost(entity.node, 0)
      : null;
  }
  return isRouter(value) ? (findHost(value) ?? null) : null;
}

/** Whether a value is a router or an application: it has methods to register on. */
export function isRouter(node: Node): boolean {
  const type = findInstance(denote(node))?.type;
  return type !== undefined && ['use', 'register', 'route'].some((name) => type.findMember(name)?.mount !== undefined);
}

function sorted(parts: Part[]): Part[] {
  return parts
    .map((part, index) => ({ part, index }))
    .sort((a, b) => (a.part.order && b.part.order ? compare(a.part.order, b.part.order) : 0) || a.index - b.index)
    .map(({ part }) => part);
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? -1) - (b[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether a part is registered before another one for certain. */
export const comesBefore = (a: Part, b: Part): boolean =>
  a.order !== null && b.order !== null && compare(a.order, b.order) < 0;

/** What a host is given in its file and in those that import it, and by the functions that it is handed to. */
function partsOfHost(
  host: Host,
  home: FunctionNode | null,
  before: readonly number[],
  seen: Set<string>,
  handed: string | null = null,
): Part[] {
  if (seen.has(host.key) || seen.size > 20) return [];
  seen.add(host.key);
  const files: BackendFile[] = host.fn ? [host.file] : [host.file, ...importersOf(host.file)];
  return files.flatMap((file, index) =>
    registrationsOf(file)
      // Where a function has one caller, its parameter is known as what that caller hands over.
      .filter(
        ({ host: { key }, call }) =>
          key === host.key || (key === handed && host.fn !== null && isInside(call, host.fn)),
      )
      .flatMap((each) => {
        const own =
          index === 0
            ? orderOf(each.call, placeOfCall(each.call), home)
            : [Number.MAX_SAFE_INTEGER, index, placeOfCall(each.call)];
        return partsAt(each, own && [...before, ...own], seen);
      }),
  );
}

function partsAt(registration: Registration, order: readonly number[] | null, seen: Set<string>): Part[] {
  const { call, method, row, isRoute } = registration;
  const inner = handedHost(registration);
  if (inner) return partsOfHost(inner, inner.fn, order ?? [], seen, registration.host.key);
  const base = { call, method, file: fileOf(call), order };
  const setting: Part = {
    ...base,
    kind: 'setting',
    node: call,
    path: '',
    fn: null,
    name: method,
    module: moduleOf(call),
  };
  if (registration.handed >= 0) return [setting];
  if (/^(?:setErrorHandler|onError|error|useGlobalFilters)$/.test(method))
    return call.arguments.map((node) => ({
      ...setting,
      kind: 'error-handler',
      node,
      fn: peel(node).fn,
      name: nameOf(node),
    }));
  if (/^(?:useGlobal(?:Guards|Interceptors|Pipes)|register)$/.test(method) && !row)
    return call.arguments
      .slice(0, method === 'register' ? 1 : undefined)
      .map((node) => standing(node, { ...base, path: '' }));
  if (isRoute && !row) return [routePart(registration, order)];
  // A parameter of which nothing but its use is known: `exports.finish = (app) => { app.use(…) }`.
  if (!row && /^(?:get|post|put|patch|delete|all)$/.test(method) && call.arguments.length > 1)
    return [routePart(registration, order)];
  if (!row && method !== 'use') return [setting];
  return mountParts(registration, order);
}

function routePart({ call, method }: Registration, order: readonly number[] | null): Part {
  const first = call.arguments[0];
  const last = call.arguments.at(-1);
  return {
    kind: 'route',
    node: call,
    call,
    method,
    file: fileOf(call),
    path: first ? textOf(first) : null,
    fn: last ? peel(last).fn : null,
    name: method,
    module: null,
    order,
  };
}

function mountParts({ call, method, row }: Registration, order: readonly number[] | null): Part[] {
  const base = { call, method, file: fileOf(call), order };
  const [first, ...rest] = call.arguments;
  if (!first) return [];
  if (row?.hooks || method === 'addHook') {
    const hook = textOf(first);
    return rest
      .flatMap((node) => stepsIn(node))
      .map(({ node }) => standing(node, { ...base, path: '' }, hook === 'onError'));
  }
  if (row?.plugin) return [standing(first, { ...base, path: '' })];
  // Nest hands `use` on to its platform, which takes a path as well.
  const isPath =
    (row?.path === '0' || rest.length > 0) &&
    !isFunction(unwrapAwait(first)) &&
    (rest.length > 0 || textOf(first) !== null);
  const mount = isPath ? pathOf(first) : undefined;
  const given = mount === undefined ? call.arguments : rest;
  return given
    .flatMap((node) => stepsOf(node))
    .map((node) => standing(node, { ...base, path: mount === undefined ? '' : mount }));
}

/** The elements of what is given to `use`: lists and spreads taken apart. */
function stepsOf(node: Node): Node[] {
  const value = node.type === 'SpreadElement' ? follow(node.argument) : follow(node);
  return value.type === 'ArrayExpression'
    ? value.elements.flatMap((each) => (each ? stepsOf(each) : []))
    : [node.type === 'SpreadElement' ? node.argument : node];
}

/** Undefined where the argument is no path but a middleware; null where the path can't be read. */
function pathOf(node: Node): string | null | undefined {
  const text = textOf(node);
  if (text !== null) return text === '*' || text === '/*' || text === '/' ? '' : text;
  const value = follow(node);
  if (value.type === 'ArrayExpression') {
    const one = value.elements[0];
    return one && one.type !== 'SpreadElement' && (textOf(one) !== null || one.type === 'TemplateLiteral')
      ? null
      : undefined;
  }
  const isText = value.type === 'TemplateLiteral' || value.type === 'BinaryExpression';
  if (isText || (value.type === 'Literal' && 'regex' in value)) return null;
  if (findMiddleware(node) || denote(node)) return undefined;
  return value.type === 'MemberExpression' || value.type === 'Identifier' ? undefined : null;
}

function standing(node: Node, base: Pick<Part, 'call' | 'method' | 'file' | 'order' | 'path'>, isError = false): Part {
  const value = unwrapAwait(node);
  // koa-mount: `app.use(mount('/api', api))`.
  if (value.type === 'CallExpression' && value.arguments.length > 0 && moduleOf(value.callee) === 'koa-mount') {
    const inner = value.arguments.at(-1)!;
    const path = value.arguments.length > 1 ? textOf(value.arguments[0]!) : '';
    return { ...standing(inner, { ...base, path }), kind: 'router' };
  }
  const guard = guardAt(node, 'application');
  const { fn } = guard;
  const kind = isError || isErrorHandler(value, fn) ? 'error-handler' : isRouter(value) ? 'router' : 'middleware';
  return { ...base, kind, node, fn, name: guard.name, module: moduleOf(node) };
}

/** An error handler of Express takes the error first, and is told by its four parameters. */
function isErrorHandler(node: Node, fn: FunctionNode | null): boolean {
  const direct = isFunction(node) ? node : fn;
  if (direct?.params.length === 4) return true;
  return false;
}
