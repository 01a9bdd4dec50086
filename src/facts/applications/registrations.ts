import { fileOf, type BackendFile } from '../../model/file.js';
import type { MountRow } from '../../model/library.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, enclosingFunction, keyName, unwrap, unwrapAwait } from '../../syntax/nodes.js';
import { allReturns } from '../../syntax/walk.js';
import { allWrites, findVariable, getBinding } from '../bindings.js';
import { denote, findCalled, rowOf } from '../entities.js';
import { findHost, parameterHost, type Host } from '../hosts.js';
import { namesFor } from '../scope.js';

/** Calls on an application that set it up and are neither routes nor mounts. */
const SETTINGS = [
  'listen',
  'set',
  'enable',
  'disable',
  'setErrorHandler',
  'setNotFoundHandler',
  'setGenReqId',
  'onError',
  'notFound',
  'enableCors',
  'useGlobalFilters',
  'useGlobalPipes',
  'useGlobalGuards',
  'useGlobalInterceptors',
  'setGlobalPrefix',
  'enableVersioning',
  'enableShutdownHooks',
  'error',
  'on',
  'register',
  'callback',
  'useBodyParser',
  'useStaticAssets',
  'close',
  'init',
  'addHook',
  'onRequest',
  'onAfterHandle',
  'mapResponse',
  'addContentTypeParser',
  'getHttpAdapter',
  'getInstance',
  'decorateRequest',
];

/** A call of a method of an application, router or plugin instance, or a call that it is handed to. */
export interface Registration {
  readonly call: TSESTree.CallExpression;
  readonly host: Host;
  readonly method: string;
  readonly row: MountRow | null;
  readonly isRoute: boolean;
  /** The position at which the host is handed over; -1 for its own methods. */
  readonly handed: number;
}

/** What an expression is registered on, also where a name is written in more than one branch. */
export function hostOf(node: Node, hops = 0): Host | null {
  const host = findHost(node);
  if (host || hops > 4) return host;
  const value = unwrapAwait(node);
  const made = madeBy(value);
  if (made) return hostOf(made, hops + 1);
  if (value.type !== 'Identifier') return null;
  const variable = findVariable(value);
  for (const write of variable ? allWrites(variable) : []) {
    const written = findHost(write);
    if (written) return written;
  }
  return null;
}

/** What a function of the project gives back, where its annotation says the type alone: `createApp(): Express`. */
function madeBy(value: Node): Node | null {
  if (value.type === 'CallExpression') {
    const fn = findCalled(value);
    return (fn && allReturns(fn)[0]) ?? null;
  }
  if (value.type !== 'Identifier') return null;
  const binding = getBinding(value);
  const init = binding.kind === 'value' && binding.constant && binding.init ? unwrapAwait(binding.init) : null;
  return init?.type === 'CallExpression' ? madeBy(init) : null;
}

/** Every registration of a file on anything, in the order of the text. */
export const registrationsOf = (file: BackendFile): readonly Registration[] => file.memo(findRegistrations);

function findRegistrations(file: BackendFile): Registration[] {
  const found: Registration[] = [];
  const routes = namesFor(file, 'route');
  const names = new Set([...namesFor(file, 'mount'), ...routes, ...SETTINGS]);
  for (const name of names)
    for (const call of file.index.calls.get(name) ?? []) {
      const callee = unwrap(call.callee);
      if (callee.type !== 'MemberExpression') continue;
      const host = hostOf(callee.object);
      if (!host) continue;
      const row = rowOf(denote(callee));
      found.push({ call, host, method: name, row: row?.mount ?? null, isRoute: row?.route !== undefined, handed: -1 });
    }
  const own = new Set(found.map(({ call }) => call));
  found.push(...handOvers(file, own));
  return found.sort((a, b) => placeOfCall(a.call) - placeOfCall(b.call));
}

/** A link of a chain stands where its own name does. */
export const placeOfCall = (call: TSESTree.CallExpression): number =>
  call.callee.type === 'MemberExpression' ? call.callee.property.range[0] : call.range[0];

const HOST_NAME =
  /^(?:app|application|server|fastify|instance|router|api|koa|express|hono|nest|web|http|scope)\w*$|(?:App|Server|Router|Api)$/;

/** `setup(app)`, `createServer(app)`, `Sentry.setupExpressErrorHandler(app)`, `serve({ fetch: app.fetch })`. */
function handOvers(file: BackendFile, own: ReadonlySet<TSESTree.CallExpression>): Registration[] {
  const found: Registration[] = [];
  for (const [name, calls] of file.index.calls)
    for (const call of calls) {
      if (own.has(call)) continue;
      for (const [index, argument] of call.arguments.entries()) {
        const given = handedIn(argument);
        const host = given && hostOf(given);
        if (host) found.push({ call, host, method: name, row: null, isRoute: false, handed: index });
      }
    }
  return found;
}

/** The application in an argument: by name, `app.callback()`, `app.fetch`, or in an options object. */
function handedIn(argument: TSESTree.CallExpressionArgument): Node | null {
  if (argument.type === 'SpreadElement') return null;
  const value = unwrapAwait(argument);
  if (value.type === 'Identifier') return HOST_NAME.test(value.name) || isMadeOf(value) ? value : null;
  if (value.type === 'MemberExpression') {
    const name = keyName(value.property, value.computed) ?? '';
    if (HOST_NAME.test(name)) return value;
    return /^(?:fetch|handler|handle|callback|routing)$/.test(name) ? value.object : null;
  }
  if (value.type === 'CallExpression' && /^(?:callback|routes)$/.test(calleeName(value) ?? ''))
    return value.callee.type === 'MemberExpression' ? value.callee.object : null;
  // `createServer(createApp())`
  if (
    value.type === 'CallExpression' &&
    value.callee.type === 'Identifier' &&
    /app|server|api/i.test(value.callee.name)
  )
    return value;
  if (value.type === 'ObjectExpression')
    for (const property of value.properties)
      if (property.type === 'Property') {
        const inner = unwrap(property.value);
        if (inner.type === 'Identifier' && HOST_NAME.test(inner.name)) return inner;
        if (
          inner.type === 'MemberExpression' &&
          /^(?:fetch|callback)$/.test(keyName(inner.property, inner.computed) ?? '')
        )
          return inner.object;
      }
  return null;
}

/** A name whose first value is a call or construction may be an application under any name. */
function isMadeOf(id: TSESTree.Identifier): boolean {
  const binding = getBinding(id);
  if (binding.kind !== 'value' || !binding.init || binding.path.length > 0) return false;
  const init = unwrapAwait(binding.init);
  return (init.type === 'CallExpression' || init.type === 'NewExpression') && init.arguments.length < 3;
}

/** The parameter of the project's function that a host is handed to, as the host that it is in there. */
export function handedHost({ call, handed }: Registration): Host | null {
  if (handed < 0) return null;
  const fn = findCalled(call);
  const parameter = fn?.params[handed];
  return fn && parameter?.type === 'Identifier' ? parameterHost(fn, handed) : null;
}

const MAX_CALLERS = 6;

/**
 * The order in which a node runs, seen from `home` (the function or program in which the application is made): places of
 * calls that lead to it, outermost first. Null where nothing in the file leads there from `home`.
 */
export function orderOf(node: Node, place: number, home: FunctionNode | null, hops = 0): number[] | null {
  if (hops > MAX_CALLERS) return null;
  let fn = enclosingFunction(node);
  // A function written where it is used runs there: `connect(() => app.use(…))`, `if`-less callbacks.
  const at = place;
  while (fn && fn !== home && (isInline(fn) || isConstructor(fn)))
    fn = isConstructor(fn) && !home ? null : enclosingFunction(fn);
  if (fn === home) return [at];
  if (!fn) {
    // The application is made in a function, and used outside of it: after that was called.
    return [Number.MAX_SAFE_INTEGER, at];
  }
  const call = firstCallOf(fn);
  if (!call) return home === null || isAround(fn, home) ? null : [Number.MAX_SAFE_INTEGER, at];
  const outer = orderOf(call, placeOfCall(call), home, hops + 1);
  return outer && [...outer, at];
}

const isAround = (fn: FunctionNode, home: FunctionNode): boolean =>
  fn.range[0] <= home.range[0] && fn.range[1] >= home.range[1];

function isInline(fn: FunctionNode): boolean {
  const { parent } = fn;
  if (fn.type === 'FunctionDeclaration') return false;
  return parent.type === 'CallExpression' || parent.type === 'NewExpression' || parent.type === 'AwaitExpression';
}

/** A constructor stands for its class: what a field is made in comes before what the constructor does. */
const isConstructor = (fn: FunctionNode): boolean =>
  fn.parent.type === 'MethodDefinition' && fn.parent.kind === 'constructor';

/** The first call of a function or method in its own file. */
function firstCallOf(fn: FunctionNode): TSESTree.CallExpression | null {
  const file = fileOf(fn);
  const { parent } = fn;
  if (parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition' || parent.type === 'Property') {
    const name = keyName(parent.key, parent.computed);
    return (
      (name === null ? undefined : file.index.calls.get(name))?.find((call) => {
        const callee = unwrap(call.callee);
        return callee.type === 'MemberExpression' && /^(?:this|self)/.test(textAt(callee.object, file));
      }) ?? null
    );
  }
  const name =
    fn.type === 'FunctionDeclaration' || (fn.type === 'FunctionExpression' && fn.id)
      ? (fn.id?.name ?? null)
      : parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier'
        ? parent.id.name
        : null;
  if (name === null) return null;
  return (file.index.calls.get(name) ?? []).find((call) => findCalled(call) === fn) ?? null;
}

const textAt = (node: Node, file: BackendFile): string => file.text.slice(node.range[0], node.range[1]);
