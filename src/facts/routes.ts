import { namesWith } from '../libraries/registry.js';
import { libraries } from '../libraries/index.js';
import type { Entity } from '../model/entity.js';
import type { BackendFile } from '../model/file.js';
import type { FileConvention, Library, RouteRow } from '../model/library.js';
import type { Route, Step, Verb } from '../model/route.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { decoratorArguments, decoratorsOf, findProperty, isFunction, keyName, unwrap } from '../syntax/nodes.js';
import { denote, denoteExport, libraryOf, proofOf, rowOf } from './entities.js';
import { exportsOf } from './exports.js';
import { resolverRoutes } from './resolvers.js';
import { argumentAt, follow, textOf } from './values.js';

const VERBS: readonly Verb[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Every route, procedure and resolver that a file registers. */
export const routesOf = (file: BackendFile): readonly Route[] => file.memo(findRoutes);

function findRoutes(file: BackendFile): Route[] {
  const routes: Route[] = [];
  for (const name of namesWith('route'))
    for (const call of file.index.calls.get(name) ?? []) {
      if (call.parent.type !== 'Decorator') routes.push(...routesAt(call));
    }
  for (const node of file.index.classes) routes.push(...decoratedRoutes(node));
  routes.push(...conventionRoutes(file), ...resolverRoutes(file));
  return routes.sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** The routes that a call registers: `app.post('/x', guard, handler)`, `fastify.route({…})`. */
function routesAt(call: TSESTree.CallExpression): Route[] {
  const callee = denote(call.callee);
  const row = rowOf(callee)?.route;
  const library = libraryOf(callee);
  if (!row || !callee || !library) return [];
  return row.options === undefined
    ? [callRoute(call, row, callee, library)].filter((route) => route !== null)
    : optionRoutes(call, row, callee, library);
}

function callRoute(call: TSESTree.CallExpression, row: RouteRow, callee: Entity, library: Library): Route | null {
  const pathNode = row.path === undefined ? null : argumentAt(call, row.path);
  const path =
    pathNode && typeof pathNode !== 'string' ? textOf(pathNode) : (pathOfReceiver(call, row) ?? nameOf(call));
  const handlerNode = row.handler === undefined ? call.arguments.at(-1) : argumentAt(call, row.handler);
  if (!handlerNode || typeof handlerNode === 'string' || handlerNode.type === 'SpreadElement') return null;
  // `app.get('setting')` reads a setting; a route has something to run.
  if (row.path !== undefined && handlerNode === pathNode) return null;
  const before = call.arguments.filter((argument) => argument !== handlerNode && argument !== pathNode);
  const steps = [...before, handlerNode].flatMap((node) => stepsIn(node, row.hooks));
  if (steps.length === 0) return null;
  const receiver = unwrap(call.callee);
  return {
    library,
    verb: row.verb as Verb,
    path,
    node: call,
    guards: steps.slice(0, -1),
    handler: steps.at(-1)!,
    router:
      receiver.type === 'MemberExpression'
        ? { node: receiver.object, entity: callee.kind === 'method' ? callee.owner : null }
        : null,
    controller: null,
    decorators: [],
    call,
    proof: proofOf(callee),
  };
}

/** `fastify.route({ method, url, preHandler, handler })`. */
function optionRoutes(call: TSESTree.CallExpression, row: RouteRow, callee: Entity, library: Library): Route[] {
  const given = argumentAt(call, row.options!);
  const options = typeof given === 'string' ? null : follow(given);
  if (options?.type !== 'ObjectExpression') return [];
  const handler = findProperty(options, 'handler')?.value;
  const methods = findProperty(options, 'method')?.value;
  const url = findProperty(options, 'url') ?? findProperty(options, 'path');
  const guards = (row.hooks ?? []).flatMap((hook) => stepsIn(findProperty(options, hook)?.value ?? null));
  return verbsIn(methods).map((verb) => ({
    library,
    verb,
    path: url ? textOf(url.value) : null,
    node: call,
    guards,
    handler: handler ? (stepsIn(handler).at(-1) ?? null) : null,
    router:
      call.callee.type === 'MemberExpression'
        ? { node: call.callee.object, entity: callee.kind === 'method' ? callee.owner : null }
        : null,
    controller: null,
    decorators: [],
    call,
    proof: proofOf(callee),
  }));
}

function verbsIn(node: Node | undefined): Verb[] {
  if (!node) return [];
  const value = follow(node);
  const texts =
    value.type === 'ArrayExpression' ? value.elements.map((each) => (each ? textOf(each) : null)) : [textOf(value)];
  return texts.flatMap((text) => (VERBS.includes(text?.toUpperCase() as Verb) ? [text!.toUpperCase() as Verb] : []));
}

/** The functions that an argument stands for: itself, each of an array, the hooks of an options object. */
function stepsIn(node: Node | null, hooks: readonly string[] = []): Step[] {
  if (!node) return [];
  const value = unwrap(node);
  if (value.type === 'ArrayExpression')
    return value.elements.flatMap((each) => (each && each.type !== 'SpreadElement' ? stepsIn(each) : []));
  if (value.type === 'ObjectExpression')
    return hooks
      .flatMap((hook) => stepsIn(findProperty(value, hook)?.value ?? null))
      .concat(stepsIn(findProperty(value, 'handler')?.value ?? null));
  if (value.type === 'Literal' || value.type === 'TemplateLiteral') return [];
  if (value.type === 'Identifier') {
    const followed = follow(value);
    if (followed !== value && (followed.type === 'ArrayExpression' || followed.type === 'ObjectExpression'))
      return stepsIn(followed, hooks);
  }
  return [{ node, fn: findHandler(node) }];
}

/** The function that a handler expression runs: through names, controllers of other files, `bind` and wrappers. */
export function findHandler(node: Node): Step['fn'] {
  const value = unwrap(node);
  if (isFunction(value)) return value;
  const entity = denote(value);
  if (entity?.kind === 'function') return entity.node;
  if (value.type !== 'CallExpression') return null;
  if (
    value.callee.type === 'MemberExpression' &&
    value.callee.property.type === 'Identifier' &&
    value.callee.property.name === 'bind'
  )
    return findHandler(value.callee.object);
  // `asyncHandler(async (req, res) => …)`, `catchAsync(controller.create)`: the wrapped function is what works.
  for (const argument of [...value.arguments].reverse()) {
    if (argument.type === 'SpreadElement' || argument.type === 'ObjectExpression' || argument.type === 'Literal')
      continue;
    const inner = findHandler(argument);
    if (inner) return inner;
  }
  return null;
}

/** `router.route('/x').post(…)`, `app.basePath('/x')`. */
function pathOfReceiver(call: TSESTree.CallExpression, row: RouteRow): string | null {
  if (row.pathOf !== 'receiver') return null;
  for (let node = unwrap(call.callee); node.type === 'MemberExpression';) {
    const object = unwrap(node.object);
    if (object.type !== 'CallExpression') return null;
    const text = object.arguments[0] ? textOf(object.arguments[0]) : null;
    if (text !== null) return text;
    node = unwrap(object.callee);
  }
  return null;
}

/** The property that holds a procedure: `createUser: publicProcedure.mutation(…)`. */
function nameOf(call: TSESTree.CallExpression): string | null {
  const holder = call.parent;
  if (holder.type === 'Property') return keyName(holder.key, holder.computed);
  return holder.type === 'VariableDeclarator' && holder.id.type === 'Identifier' ? holder.id.name : null;
}

/** Routes by decorators: `@Controller('users') class { @Post() create() {} }`. */
function decoratedRoutes(node: Route['controller'] & object): Route[] {
  const routes: Route[] = [];
  let prefix: string | null | undefined;
  for (const member of node.body.body) {
    if (member.type !== 'MethodDefinition') continue;
    for (const decorator of decoratorsOf(member)) {
      const callee = denoteDecorator(decorator);
      const row = rowOf(callee)?.route;
      const library = libraryOf(callee);
      if (!row || !library) continue;
      prefix ??= prefixOf(node);
      const first = decoratorArguments(decorator)[0];
      const own = first && row.path !== undefined ? (textOf(first) ?? '') : '';
      routes.push({
        library,
        verb: row.verb as Verb,
        path: row.path === undefined ? keyName(member.key, member.computed) : join(prefix ?? '', own),
        node: member,
        guards: [],
        handler: { node: member.value, fn: isFunction(member.value) ? member.value : null },
        router: null,
        controller: node,
        decorators: decoratorsOf(member),
        call: null,
        proof: proofOf(callee),
      });
    }
  }
  return routes;
}

/** What a decorator is: `Post` of `@Post('x')`. */
export function denoteDecorator(decorator: TSESTree.Decorator): Entity | null {
  const { expression } = decorator;
  return denote(expression.type === 'CallExpression' ? expression.callee : expression);
}

function prefixOf(node: Node): string | null {
  for (const decorator of decoratorsOf(node)) {
    const position = rowOf(denoteDecorator(decorator))?.controller;
    if (position === undefined || decorator.expression.type !== 'CallExpression') continue;
    const path = argumentAt(decorator.expression, position);
    const options = argumentAt(decorator.expression, `${position}.path`);
    return typeof options !== 'string' ? textOf(options) : typeof path !== 'string' ? textOf(path) : null;
  }
  return null;
}

const join = (...parts: string[]): string =>
  '/' +
  parts
    .map((part) => part.replace(/^\/+|\/+$/g, ''))
    .filter((part) => part !== '')
    .join('/');

/** Routes by a file's place: Next.js, SvelteKit, Nuxt, Lambda, Workers. */
function conventionRoutes(file: BackendFile): Route[] {
  const owner = file.project.findPackage(file.path);
  const path = (owner ? file.path.slice(owner.dir.length + 1) : file.path).replaceAll('\\', '/');
  const routes: Route[] = [];
  for (const library of libraries)
    for (const convention of library.files ?? []) {
      if (!convention.path.test(path)) continue;
      if (convention.dependencies && !convention.dependencies.some((name) => owner?.hasDependency(name))) continue;
      routes.push(...routesByExports(file, path, convention, library));
    }
  return routes;
}

function routesByExports(file: BackendFile, path: string, convention: FileConvention, library: Library): Route[] {
  const route = (verb: Verb, name: string): Route[] => {
    const exported = exportsOf(file).names.get(name);
    const whole = exportsOf(file).whole;
    const node = exported && 'node' in exported ? exported.node : name === 'default' ? whole : null;
    if (!node) return [];
    const value = follow(node);
    const entity = denoteExport(file, name);
    const fn = entity?.kind === 'function' ? entity.node : findHandler(value);
    return [
      {
        library,
        verb,
        path,
        node: declarationOf(node),
        guards: [],
        handler: { node, fn },
        router: null,
        controller: null,
        decorators: [],
        call: null,
        proof: 'convention',
      },
    ];
  };
  switch (convention.exports) {
    case 'verbs':
      return VERBS.flatMap((verb) => route(verb, verb));
    case 'default': {
      const suffix = /\.(get|post|put|patch|delete)\.[cm]?[jt]s$/.exec(path)?.[1]?.toUpperCase();
      return route((suffix as Verb | undefined) ?? 'ALL', 'default');
    }
    case 'handler':
      return route('ALL', 'handler');
    case 'fetch':
      return [];
  }
}

/** The statement that a declared name stands in, for reporting. */
function declarationOf(node: Node): Node {
  if (node.type !== 'Identifier') return node;
  let up: Node = node;
  while (up.parent && up.parent.type !== 'Program' && up.parent.type !== 'ExportNamedDeclaration') up = up.parent;
  return up;
}
