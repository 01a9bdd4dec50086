import { fileOf, type BackendFile } from '../model/file.js';
import type { MountRow } from '../model/library.js';
import type { FunctionNode, Node, TSESTree } from '../syntax/ast.js';
import { isFunction, memberName, unwrap, unwrapAwait } from '../syntax/nodes.js';
import { allLoading } from './autoload.js';
import { getBinding } from './bindings.js';
import { namesFor } from './scope.js';
import { denote, denoteExport, findInstance, placeOf, rowOf } from './entities.js';
import { follow, textOf } from './values.js';

/**
 * What routes and middleware are registered on: a router or application where it is made, or a function's parameter that
 * is one (`function routes(app) { app.post(…) }`).
 */
export interface Host {
  /** The same for the same place in two parses of a file. */
  readonly key: string;
  readonly node: Node;
  readonly file: BackendFile;
  /** The function whose parameter it is. */
  readonly fn: FunctionNode | null;
  readonly index: number;
}

/** Importers that are looked at for a mount, and how far through files that only re-export. */
const MOST_IMPORTERS = 20;
const MOST_HOPS = 3;

const keyOf = (node: Node, index = 0): string => `${fileOf(node).path}:${node.range[0]}-${node.range[1]}:${index}`;

/** What the expression before `.post(…)` or `.use(…)` is registered on; null where that can't be told. */
export function findHost(node: Node, hops = 0): Host | null {
  if (hops > 8) return null;
  const value = unwrapAwait(node);
  const entity = denote(value);
  const at = findInstance(entity)?.at;
  if (at?.type === 'NewExpression' || at?.type === 'CallExpression') return hostAt(at);
  let root = value;
  while (root.type === 'CallExpression' && unwrap(root.callee).type === 'MemberExpression')
    root = unwrapAwait((unwrap(root.callee) as TSESTree.MemberExpression).object);
  if (root.type !== 'Identifier') return null;
  const binding = getBinding(root);
  if (binding.kind === 'parameter') return parameterHost(binding.fn, binding.index);
  return binding.kind === 'value' && binding.init && binding.path.length === 0
    ? findHost(binding.init, hops + 1)
    : null;
}

function hostAt(at: TSESTree.NewExpression | TSESTree.CallExpression): Host {
  // `fp(async (app) => …)`: what is registered inside belongs to the plugin.
  if (at.type === 'CallExpression') {
    const row = rowOf(denote(at.callee));
    const wrapped = row?.wraps === undefined ? undefined : at.arguments[Number(row.wraps)];
    const fn = wrapped && denote(wrapped);
    if (fn?.kind === 'function') return parameterHost(fn.node, 0);
  }
  return { key: keyOf(at), node: at, file: fileOf(at), fn: null, index: 0 };
}

export const parameterHost = (fn: FunctionNode, index: number): Host => ({
  key: keyOf(fn, index),
  node: fn,
  file: fileOf(fn),
  fn,
  index,
});

/** A call of `use`, `register`, `route`, `addHook` and the like. */
export interface MountCall {
  readonly call: TSESTree.CallExpression;
  readonly row: MountRow;
  readonly host: Host;
}

/** Every mount call of a file. */
export const mountCallsOf = (file: BackendFile): readonly MountCall[] => file.memo(findMountCalls);

function findMountCalls(file: BackendFile): MountCall[] {
  const found: MountCall[] = [];
  for (const name of namesFor(file, 'mount'))
    for (const call of file.index.calls.get(name) ?? []) {
      const callee = unwrap(call.callee);
      const row = callee.type === 'MemberExpression' ? rowOf(denote(callee))?.mount : null;
      const host = row && callee.type === 'MemberExpression' ? findHost(callee.object) : null;
      if (row && host) found.push({ call, row, host });
    }
  return found;
}

/** Where a host is put into another one. */
export interface Mounting {
  readonly parent: Host;
  readonly call: TSESTree.CallExpression;
  /** Null where the prefix can't be told. */
  readonly prefix: string | null;
  /** The arguments that stand between the prefix and the router. */
  readonly between: readonly TSESTree.CallExpressionArgument[];
  /** The row of the call, where a library mounts it. */
  readonly row: MountRow | null;
}

const mountingsByHost = (): Map<string, Mounting[]> => new Map();

/** Every place that mounts a host: around it, in its file, and in the files that import it. Found once per host. */
export function allMountings(host: Host): readonly Mounting[] {
  const found = host.file.memo(mountingsByHost);
  let mountings = found.get(host.key);
  if (!mountings) found.set(host.key, (mountings = findMountings(host)));
  return mountings;
}

function findMountings(host: Host): Mounting[] {
  const own = mountingAround(host);
  if (own) return [own];
  const loaded = autoloadMountings(host);
  if (loaded.length > 0) return loaded;
  return filesThatMount(host).flatMap((file) => [
    ...mountCallsOf(file).flatMap((mount) => mountingAt(mount, host)),
    ...(host.fn ? callsOf(host, file) : []),
  ]);
}

/** A plugin that is registered because of the folder that its file stands in, below the hooks of that folder. */
function autoloadMountings(host: Host): Mounting[] {
  if (!host.fn || host.index !== 0) return [];
  return allLoading(host.file).flatMap(({ autoload: { call }, prefix, hooks }) => {
    const callee = unwrap(call.callee);
    const app = callee.type === 'MemberExpression' ? findHost(callee.object) : null;
    const parent = hooks ? parameterHost(hooks, 0) : app;
    return parent && parent.key !== host.key
      ? [{ parent, call, prefix: hooks ? hookless(prefix, hooks) : prefix, between: [], row: null }]
      : [];
  });
}

/** What a prefix adds below that of the hooks' folder: their own mounting gives the rest. */
function hookless(prefix: string, hooks: FunctionNode): string {
  const above = allLoading(fileOf(hooks))[0]?.prefix ?? '';
  return prefix.startsWith(above) ? prefix.slice(above.length) : prefix;
}

/** `app.group('/v1', (app) => …)`, `app.register(async (scope) => …)`, `app.basePath('/api')`: the call itself. */
function mountingAround(host: Host): Mounting | null {
  const call = host.fn ? placeOf(host.fn)?.call : host.node;
  if (call?.type !== 'CallExpression') return null;
  const callee = unwrap(call.callee);
  if (callee.type !== 'MemberExpression') return null;
  const parent = findHost(callee.object);
  if (!parent || parent.key === host.key) return null;
  const row = rowOf(denote(callee))?.mount ?? null;
  // `router.route('/x').post(…)`: the route itself says that path.
  const isPath = row === null && memberName(callee) === 'route';
  return { parent, call, prefix: isPath ? '' : prefixIn(call, row, true), between: [], row };
}

/** The prefix that a mount call gives: `''` where it names none. */
function prefixIn(call: TSESTree.CallExpression, row: MountRow | null, hasPath = false): string | null {
  const [first, second] = call.arguments;
  const position = row?.path ?? (hasPath ? '0' : undefined);
  if (position === '0') {
    if (!first || first.type === 'SpreadElement' || isFunction(unwrap(first))) return '';
    return textOf(first) ?? (call.arguments.length > 1 && !denote(first) ? null : '');
  }
  if (position === undefined || !second || second.type === 'SpreadElement') return '';
  const options = follow(second);
  if (options.type !== 'ObjectExpression') return null;
  for (const property of options.properties)
    if (property.type === 'Property' && property.key.type === 'Identifier' && property.key.name === 'prefix')
      return textOf(property.value);
  return '';
}

function filesThatMount(host: Host): BackendFile[] {
  const { project } = host.file;
  const files = new Map([[host.file.path, host.file]]);
  let latest = [host.file.path];
  for (let hop = 0; hop < MOST_HOPS && files.size <= MOST_IMPORTERS; hop++) {
    latest = latest.flatMap((path) => project.importersOf(path)).filter((path) => !files.has(path));
    for (const path of latest.slice(0, MOST_IMPORTERS)) {
      const file = project.open(path);
      if (file && file.kind !== 'test') files.set(path, file);
    }
  }
  return [...files.values()];
}

function mountingAt({ call, row, host: parent }: MountCall, host: Host): Mounting[] {
  if (parent.key === host.key) return [];
  for (const [index, argument] of call.arguments.entries()) {
    const found = findMounted(argument, host);
    if (!found) continue;
    const prefix = found.prefix ?? prefixIn(call, row);
    const between = call.arguments.slice(0, index).filter((each) => textOf(each) === null);
    return [{ parent, call, prefix: found.isUnknown ? null : prefix, between, row }];
  }
  return [];
}

/** Whether an argument is the host: itself, in a list, in a helper's call (`mount('/api', api)`), in a table of routes. */
function findMounted(node: Node, host: Host, hops = 0): { prefix?: string; isUnknown?: boolean } | null {
  if (hops > 3) return null;
  const value = node.type === 'SpreadElement' ? unwrap(node.argument) : unwrapAwait(node);
  if (denotesHost(value, host)) return {};
  if (value.type === 'ArrayExpression') {
    for (const each of value.elements) {
      const found = each && findMounted(each, host, hops + 1);
      if (found) return found;
    }
    return null;
  }
  if (value.type === 'CallExpression') {
    for (const argument of value.arguments) {
      const found = isFunction(argument) ? null : findMounted(argument, host, hops + 1);
      const first = value.arguments[0];
      if (found) return { prefix: (first && textOf(first)) ?? '', ...found };
    }
    return null;
  }
  const row = fromTable(value, host);
  return row && (row.prefix === null ? { isUnknown: true } : { prefix: row.prefix });
}

function denotesHost(value: Node, host: Host): boolean {
  if (isFunction(value)) return host.fn !== null && keyOf(value, host.index) === host.key;
  if (host.fn) {
    let entity = denote(value);
    if (entity?.kind === 'namespace') entity = denoteExport(entity.file, 'default');
    return entity?.kind === 'function' && keyOf(entity.node, host.index) === host.key;
  }
  return findInstance(denote(value)) !== null && findHost(value)?.key === host.key;
}

/**
 * `for (const { path, router } of routes) app.use(path, router)`, `routes.forEach((r) => app.use(r.path, r.router))`: the row
 * of the table that holds the host, with the path that stands in it.
 */
function fromTable(value: Node, host: Host): { readonly prefix: string | null } | null {
  const root = value.type === 'MemberExpression' ? unwrap(value.object) : value;
  if (root.type !== 'Identifier') return null;
  const binding = getBinding(root);
  let list: Node | null = null;
  if (binding.kind === 'element') list = binding.of;
  else if (binding.kind === 'parameter') {
    const call = placeOf(binding.fn)?.call;
    const callee = call?.type === 'CallExpression' ? unwrap(call.callee) : null;
    if (callee?.type === 'MemberExpression' && /^(?:forEach|map)$/.test(memberName(callee) ?? '')) list = callee.object;
  }
  const table = list && follow(list);
  if (table?.type !== 'ArrayExpression') return null;
  for (const each of table.elements) {
    const row = each && each.type !== 'SpreadElement' ? follow(each) : null;
    if (!row) continue;
    const cells: Node[] =
      row.type === 'ObjectExpression'
        ? row.properties.flatMap((property) => (property.type === 'Property' ? [property.value] : []))
        : row.type === 'ArrayExpression'
          ? row.elements.flatMap((cell) => cell ?? [])
          : [row];
    if (!cells.some((cell) => denotesHost(cell, host))) continue;
    const paths = cells.map((cell) => textOf(cell)).filter((text) => text?.startsWith('/'));
    return { prefix: paths.length === 1 ? paths[0]! : null };
  }
  return null;
}

/** `registerRoutes(app)`: the calls of the function whose parameter the host is. */
function callsOf(host: Host, file: BackendFile): Mounting[] {
  const names = new Set<string>();
  const { fn } = host;
  if (fn?.type === 'FunctionDeclaration' && fn.id) names.add(fn.id.name);
  if (fn?.parent.type === 'VariableDeclarator' && fn.parent.id.type === 'Identifier') names.add(fn.parent.id.name);
  for (const statement of file.ast.body)
    if (statement.type === 'ImportDeclaration')
      for (const specifier of statement.specifiers)
        if (specifier.type !== 'ImportNamespaceSpecifier') names.add(specifier.local.name);
  return [...names].flatMap((name) =>
    (file.index.calls.get(name) ?? []).flatMap((call): Mounting[] => {
      const argument = call.arguments[host.index];
      if (!argument || !denotesHost(call.callee, host)) return [];
      const parent = findHost(argument);
      return parent && parent.key !== host.key ? [{ parent, call, prefix: '', between: [], row: null }] : [];
    }),
  );
}
