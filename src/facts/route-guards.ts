import { fileOf, type BackendFile } from '../model/file.js';
import type { Guard, Route } from '../model/route.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { enclosingFunction, unwrap, unwrapAwait } from '../syntax/nodes.js';
import { allReturns } from '../syntax/walk.js';
import { autoloadAt, autoloadedFiles, defaultOf } from './autoload.js';
import { getBinding } from './bindings.js';
import { denote, findInstance, rowOf } from './entities.js';
import { guardAt, guardOfStep } from './guard-names.js';
import { allMountings, findHost, mountCallsOf, parameterHost, type Host, type MountCall } from './hosts.js';
import { conventionGuards } from './convention-guards.js';
import { nestGuards } from './nest-guards.js';
import { covers, joinPaths } from './paths.js';
import { stepsIn } from './steps.js';
import { argumentAt, follow, textOf } from './values.js';

const MOST_LEVELS = 4;

/** Where a route (or the mounting of its router) stands: middleware counts if it is registered before. */
interface Spot {
  readonly node: Node;
  readonly start: number;
}

const known = new WeakMap<Route, readonly Guard[]>();

/**
 * Everything that a request passes before it reaches the route's handler: at the route itself, on its router and the
 * routers and applications that mount it (in whichever file), in a procedure's base, by decorators, modules and the
 * files of a framework. What can't be told is left out; a router that is mounted twice has the guards of both places.
 */
export function guardsOf(route: Route): readonly Guard[] {
  let guards = known.get(route);
  if (!guards) {
    guards = unique([
      ...route.guards.map((step) => guardOfStep(step, 'route')),
      ...procedureGuards(route),
      ...routerGuards(route),
      ...nestGuards(route),
      ...conventionGuards(route),
    ]);
    known.set(route, guards);
  }
  return guards;
}

function unique(guards: readonly Guard[]): Guard[] {
  const seen = new Set<string>();
  return guards.filter(({ node, file }) => {
    const key = `${file.path}:${node.range[0]}-${node.range[1]}`;
    return !seen.has(key) && seen.add(key);
  });
}

function routerGuards(route: Route): Guard[] {
  if (!route.router) return [];
  const host = findHost(route.router.node);
  const { call } = route;
  return host && call ? guardsUp(host, spotOf(call), route.path, 0, new Set()) : [];
}

/** A link of a chain stands where its own name does. */
const spotOf = (call: TSESTree.CallExpression): Spot => ({
  node: call,
  start: call.callee.type === 'MemberExpression' ? call.callee.property.range[0] : call.range[0],
});

/** What covers `path` on a host, and on all that mount it. */
function guardsUp(host: Host, spot: Spot, path: string | null, level: number, seen: Set<string>): Guard[] {
  if (level > MOST_LEVELS || seen.has(host.key)) return [];
  seen.add(host.key);
  const mountings = allMountings(host);
  const scope = mountings.length === 0 && !isRouter(host) ? 'application' : 'router';
  const guards = hostGuards(host, spot, path, scope);
  const own = prefixOf(host);
  for (const { parent, call, prefix, between, row } of mountings) {
    const whole = path === null || prefix === null || own === null ? null : joinPaths(prefix, own, path);
    guards.push(
      ...between.filter((node) => !isRouterValue(node)).flatMap((node) => stepGuards(node, 'router')),
      ...(row?.scope ? call.arguments.flatMap((node) => hookGuards(node, row.scope!.hooks)) : []),
      ...guardsUp(parent, spotOf(call), whole, level + 1, seen),
    );
  }
  return guards;
}

const isRouter = (host: Host): boolean =>
  host.fn !== null || /\.Router$/.test(findInstance(denote(host.node))?.type.id ?? '');

const stepGuards = (node: Node, scope: Guard['scope']): Guard[] =>
  stepsIn(node).map((step) => guardOfStep(step, scope));

const hookGuards = (node: Node, hooks: readonly string[]): Guard[] =>
  unwrap(node).type === 'ObjectExpression' ? stepsIn(node, hooks).map((step) => guardOfStep(step, 'router')) : [];

/** Another router or application, not a middleware. */
const isRouterValue = (node: Node): boolean => {
  const value = node.type === 'SpreadElement' ? node.argument : unwrapAwait(node);
  const type = findInstance(denote(value))?.type;
  return type !== undefined && ['use', 'register'].some((name) => type.findMember(name)?.mount !== undefined);
};

/** The prefix that a router is made with: `new Router({ prefix: '/users' })`. */
function prefixOf({ node }: Host): string | null {
  if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return '';
  const prefix = argumentAt(node, '0.prefix');
  return typeof prefix === 'string' ? '' : textOf(prefix);
}

/** The middleware, hooks and plugins of one host that stand before `spot`. */
function hostGuards(host: Host, spot: Spot, path: string | null, scope: Guard['scope']): Guard[] {
  const files = new Set([host.file, fileOf(spot.node)]);
  return [...files].flatMap((file) =>
    mountCallsOf(file)
      .filter((mount) => mount.host.key === host.key && isBefore(mount, spot))
      .flatMap((mount) => guardsIn(mount, path, scope)),
  );
}

function isBefore({ call, row }: MountCall, spot: Spot): boolean {
  if (row.anyOrder || fileOf(call) !== fileOf(spot.node)) return true;
  // In another function the order of running isn't the order of writing.
  if (enclosingFunction(call) !== enclosingFunction(spot.node)) return true;
  return spotOf(call).start < spot.start;
}

function guardsIn({ call, row }: MountCall, path: string | null, scope: Guard['scope']): Guard[] {
  if (row.scope) return [];
  const [first, ...rest] = call.arguments;
  if (!first) return [];
  if (row.plugin) {
    const autoload = autoloadAt(call);
    return autoload
      ? autoloadedFiles(autoload).flatMap((file) => {
          const node = defaultOf(file);
          return node ? pluginGuards(node, scope) : [];
        })
      : pluginGuards(first, scope);
  }
  if (row.hooks) {
    const hook = textOf(first);
    return hook !== null && row.hooks.includes(hook) ? rest.flatMap((node) => stepGuards(node, scope)) : [];
  }
  const mounts = row.path === '0' ? pathsIn(first) : null;
  if (mounts && !mounts.some((mount) => covers(mount, path, { exact: row.exact === true }))) return [];
  const given = mounts ? rest : call.arguments;
  // `app.use('/orders', auth, ordersRouter)` guards the routes of that router, not those beside it.
  if (given.some((node) => isRouterValue(node) || isRowOfTable(node))) return [];
  return given.flatMap((node) => stepGuards(node, scope));
}

/** `for (const { path, router } of routes) app.use(path, router)`: what stands in the rows is told by the mounting. */
function isRowOfTable(node: Node): boolean {
  let root = unwrap(node);
  while (root.type === 'MemberExpression') root = unwrap(root.object);
  if (root.type !== 'Identifier') return false;
  const { kind } = getBinding(root);
  return kind === 'element' || (kind === 'parameter' && denote(node) === null);
}

/** The paths that a middleware is mounted on; null where the argument is none. An unreadable one covers nothing. */
function pathsIn(node: TSESTree.CallExpressionArgument): string[] | null {
  const text = textOf(node);
  if (text !== null) return [text];
  const value = follow(node);
  if (value.type === 'ArrayExpression') {
    const texts = value.elements.map((each) => each && textOf(each));
    return texts.some((each) => each !== null) ? texts.filter((each) => each !== null) : null;
  }
  const isPath = value.type === 'TemplateLiteral' || (value.type === 'Literal' && 'regex' in value);
  return isPath || value.type === 'BinaryExpression' ? [] : null;
}

/**
 * What a plugin puts before the routes beside it: the hooks of one that is shared (`fp(…)`), of an Elysia instance whose
 * hooks are scoped to its users, or a package's plugin as a whole.
 */
function pluginGuards(node: Node, scope: Guard['scope'], hops = 0): Guard[] {
  if (hops > 3) return [];
  const value = unwrapAwait(node);
  const entity = denote(value);
  if (!entity || entity.kind === 'export') {
    const guard = guardAt(node, scope, null);
    return guard.module === null ? [] : [guard];
  }
  const host = entity.kind === 'function' ? parameterHost(entity.node, 0) : findHost(value);
  if (!host) return [];
  const isFunctional = entity.kind === 'function' && !isFastify(host);
  return mountCallsOf(host.file)
    .filter((mount) => mount.host.key === host.key)
    .flatMap((mount): Guard[] => {
      if (mount.row.plugin)
        return mount.call.arguments[0] ? pluginGuards(mount.call.arguments[0], scope, hops + 1) : [];
      const reaches = isFunctional || (mount.row.hooks ? isShared(host) : isGlobalHook(mount.call));
      return reaches ? guardsIn(mount, null, scope) : [];
    });
}

const isFastify = (host: Host): boolean =>
  mountCallsOf(host.file).some((mount) => mount.host.key === host.key && (mount.row.hooks ?? mount.row.anyOrder));

/** `fp(async (app) => …)`: where the plugin is written, or where it is exported. */
function isShared({ node, file }: Host): boolean {
  const isWrapped = (call: Node): boolean => {
    if (call.type !== 'CallExpression') return false;
    const row = rowOf(denote(call.callee));
    return row?.shared === true && call.arguments.some((each) => sameFunction(each, node));
  };
  if (node.parent && isWrapped(node.parent)) return true;
  // `Symbol.for('skip-override')` is what the helper sets.
  return [...file.index.calls.values()].some((calls) => calls.some(isWrapped)) || file.text.includes('skip-override');
}

const sameFunction = (argument: Node, fn: Node): boolean => {
  const entity = denote(argument);
  return entity?.kind === 'function' && entity.node === fn;
};

/** `.onBeforeHandle({ as: 'global' }, fn)`, `.derive({ as: 'scoped' }, fn)`, or all of them by `.as('global')`. */
function isGlobalHook(call: TSESTree.CallExpression): boolean {
  const as = argumentAt(call, '0.as');
  if (typeof as !== 'string') return true;
  for (let up: Node | undefined = call.parent; up?.type === 'MemberExpression'; up = up.parent.parent)
    if (up.property.type === 'Identifier' && up.property.name === 'as') return true;
  return false;
}

/** What stands in a procedure's chain, and in the bases that it is built on: `protectedProcedure.use(audit).mutation(…)`. */
function procedureGuards(route: Route): Guard[] {
  const { call } = route;
  return call?.callee.type === 'MemberExpression' ? chainGuards(call.callee.object, fileOf(call), 'route', 0) : [];
}

function chainGuards(node: Node, file: BackendFile, scope: Guard['scope'], hops: number): Guard[] {
  if (hops > 30) return [];
  const value = unwrap(node);
  if (value.type === 'Identifier' || value.type === 'MemberExpression') {
    if (findInstance(denote(value))?.type.id !== 'trpc.Procedure') return [];
    const followed = follow(value);
    return followed === value ? [] : chainGuards(followed, file, 'router', hops + 1);
  }
  if (value.type !== 'CallExpression') return [];
  const callee = unwrap(value.callee);
  const entity = denote(callee);
  if (entity?.kind === 'function')
    return allReturns(entity.node)
      .slice(0, 1)
      .flatMap((returned) => chainGuards(returned, file, 'router', hops + 1));
  if (entity?.kind !== 'method' || entity.owner?.type.id !== 'trpc.Procedure' || callee.type !== 'MemberExpression')
    return [];
  const before = chainGuards(callee.object, file, scope, hops + 1);
  const link = entity.row.procedure;
  const guard = link?.guard === undefined ? undefined : value.arguments[Number(link.guard)];
  const joined = link?.concat === undefined ? undefined : value.arguments[Number(link.concat)];
  return [
    ...before,
    ...(guard ? [guardAt(guard, scope)] : []),
    ...(joined ? chainGuards(joined, file, 'router', hops + 1) : []),
  ];
}
