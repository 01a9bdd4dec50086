import type { Entity } from '../model/entity.js';
import type { BackendFile } from '../model/file.js';
import type { Library, RouteRow } from '../model/library.js';
import { locOf } from '../model/place.js';
import type { Route, Verb } from '../model/route.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { isFunction, keyName, unwrap } from '../syntax/nodes.js';
import { conventionRoutes } from './convention-routes.js';
import { decoratedRoutes } from './decorated-routes.js';
import { namesFor } from './scope.js';
import { denote, libraryOf, proofOf, rowOf } from './entities.js';
import { fieldRoutes, resolverRoutes } from './resolvers.js';
import { handlerSteps, peel, stepsIn } from './steps.js';
import { alternatives, argumentAt, follow, propertyIn, textOf } from './values.js';

export { findHandler } from './steps.js';
export { denoteDecorator } from './decorated-routes.js';

const VERBS: readonly Verb[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'ALL'];

/** Every route, procedure, resolver and message handler that a file registers. */
export const routesOf = (file: BackendFile): readonly Route[] => file.memo(findRoutes);

function findRoutes(file: BackendFile): Route[] {
  const routes: Route[] = [];
  for (const name of namesFor(file, 'route'))
    for (const call of file.index.calls.get(name) ?? []) {
      if (call.parent.type !== 'Decorator') routes.push(...routesAt(call));
    }
  for (const node of file.index.classes) routes.push(...decoratedRoutes(node));
  routes.push(...conventionRoutes(file), ...resolverRoutes(file));
  return routes.sort((a, b) => startOf(a) - startOf(b));
}

/** The offset of a route's own part: in a chain, of its method's name. */
function startOf({ node, call }: Route): number {
  return call?.callee.type === 'MemberExpression' && call === node ? call.callee.property.range[0] : node.range[0];
}

/** The routes that a call registers: `app.post('/x', guard, handler)`, `fastify.route({…})`, `Bun.serve({…})`. */
function routesAt(call: TSESTree.CallExpression): Route[] {
  const callee = denote(call.callee);
  const row = rowOf(callee)?.route;
  const library = libraryOf(callee);
  if (!row || !callee || !library) return [];
  if (row.resolvers) return fieldRoutes(call, row, library, proofOf(callee));
  if (row.table) return tableRoutes(call, row, callee, library);
  return row.options === undefined ? callRoutes(call, row, callee, library) : optionRoutes(call, row, callee, library);
}

/** What all routes made by one call have in common. */
const made = (call: TSESTree.CallExpression, callee: Entity, library: Library) => ({
  library,
  node: call,
  router:
    call.callee.type === 'MemberExpression'
      ? { node: call.callee.object, entity: callee.kind === 'method' ? callee.owner : null }
      : null,
  controller: null,
  decorators: [],
  call,
  proof: proofOf(callee),
});

function callRoutes(call: TSESTree.CallExpression, row: RouteRow, callee: Entity, library: Library): Route[] {
  const pathNode = row.path === undefined ? null : nodeAt(call, row.path);
  const given = row.handler === undefined ? (call.arguments.at(-1) ?? null) : nodeAt(call, row.handler);
  if (!given) return [];
  // `app.get('setting')` reads a setting; a route has something to run, be it without a path (`app.post(handler)`).
  const isPathless = given === pathNode;
  if (isPathless && !peel(given).fn) return [];
  const verbNode = row.verb === 'argument' ? nodeAt(call, row.method ?? '0') : null;
  const before = call.arguments.filter((argument) => ![given, pathNode, verbNode].includes(argument));
  const steps = [...before.flatMap((node) => stepsIn(node, row.hooks)), ...stepsIn(given, row.hooks)];
  const last = steps.pop();
  if (!last) return [];
  const guards = [...steps, ...handlerSteps(last)];
  const handler = guards.pop()!;
  if (row.own && !handler.fn) return [];
  const path = isPathless || !pathNode ? (pathOfReceiver(call, row) ?? nameOf(call, row)) : pathIn(call, pathNode);
  return (verbNode ? verbsIn(verbNode) : [row.verb as Verb]).map((verb) => ({
    ...made(call, callee, library),
    at: { node: call, loc: row.path === undefined && !row.pathOf ? locOf(call) : ownPart(call) },
    verb,
    path,
    guards,
    handler,
  }));
}

const nodeAt = (call: TSESTree.CallExpression, position: string): Node | null => {
  const found = argumentAt(call, position);
  return typeof found === 'string' ? null : found;
};

/** The path at its place; after a route's name (`router.get('user', '/users/:id', …)`) the second text is the path. */
function pathIn(call: TSESTree.CallExpression, pathNode: Node): string | null {
  const second = pathNode === call.arguments[0] && call.arguments.length > 2 ? call.arguments[1] : undefined;
  return (second && second.type !== 'SpreadElement' ? textOf(second) : null) ?? textOf(pathNode);
}

/** The part of a chain that a call adds: from its method's name on. The whole call where it begins the chain. */
function ownPart(call: TSESTree.CallExpression): TSESTree.SourceLocation {
  const loc = locOf(call);
  if (call.callee.type !== 'MemberExpression') return loc;
  const object = unwrap(call.callee.object);
  const { start } = locOf(call.callee.property);
  return start.line > loc.start.line || object.type === 'CallExpression' || object.type === 'NewExpression'
    ? { start, end: loc.end }
    : loc;
}

/** `fastify.route({ method, url, preHandler, handler })`, `app.openapi(createRoute({ method, path }), handler)`. */
function optionRoutes(call: TSESTree.CallExpression, row: RouteRow, callee: Entity, library: Library): Route[] {
  const given = nodeAt(call, row.options!);
  let options = given && follow(given);
  if (options?.type === 'CallExpression' && options.arguments[0] && options.arguments[0].type !== 'SpreadElement')
    options = follow(options.arguments[0]);
  if (options?.type !== 'ObjectExpression') return [];
  const object = options;
  const option = (name: string): Node | null => {
    const found = propertyIn(object, name);
    return found === 'unknown' ? null : found;
  };
  const steps = (row.hooks ?? []).flatMap((hook) => stepsIn(option(hook)));
  const handlerNode = row.handler === undefined ? option('handler') : nodeAt(call, row.handler);
  const last = handlerNode && stepsIn(handlerNode).at(-1);
  const guards = last ? [...steps, ...handlerSteps(last)] : steps;
  const handler = last ? guards.pop()! : null;
  const url = option('url') ?? option('path');
  const methods = option('method');
  return (methods ? verbsIn(methods) : []).map((verb) => ({
    ...made(call, callee, library),
    at: { node: call, loc: ownPart(call) },
    verb,
    path: url && textOf(url),
    guards,
    handler,
  }));
}

/** `Bun.serve({ routes: { '/x': { POST: fn } }, fetch })`. */
function tableRoutes(call: TSESTree.CallExpression, row: RouteRow, callee: Entity, library: Library): Route[] {
  const options = call.arguments[0] && follow(call.arguments[0]);
  if (options?.type !== 'ObjectExpression') return [];
  const entry = (property: TSESTree.Property, verb: Verb, path: string | null): Route[] => {
    const { fn, wrappers } = peel(property.value);
    return fn
      ? [
          {
            ...made(call, callee, library),
            node: property,
            at: { node: property, loc: locOf(property) },
            router: null,
            verb,
            path,
            guards: wrappers,
            handler: { node: property.value, fn },
          },
        ]
      : [];
  };
  const table = propertyIn(options, row.table!.name);
  const routes = table && table !== 'unknown' ? propertiesOf(table) : [];
  return [
    ...routes.flatMap((property) => {
      const path = keyName(property.key, property.computed);
      const byVerb = propertiesOf(property.value);
      return byVerb.length === 0
        ? entry(property, 'ALL', path)
        : byVerb.flatMap((inner) => {
            const verb = VERBS.find((each) => each === keyName(inner.key, inner.computed));
            return verb ? entry(inner, verb, path) : [];
          });
    }),
    ...propertiesOf(options)
      .filter((property) => keyName(property.key, property.computed) === row.table!.rest)
      .flatMap((property) => entry(property, 'ALL', null)),
  ];
}

function propertiesOf(node: Node): TSESTree.Property[] {
  const value = isFunction(node) ? node : follow(node);
  return value.type === 'ObjectExpression' ? value.properties.filter((property) => property.type === 'Property') : [];
}

function verbsIn(node: Node): Verb[] {
  const texts: (string | null)[] = alternatives(node).flatMap((value) =>
    value.type === 'ArrayExpression'
      ? value.elements.map((each) => (each && each.type !== 'SpreadElement' ? textOf(each) : null))
      : [textOf(value)],
  );
  return texts.flatMap((text) => VERBS.filter((verb) => verb === text?.toUpperCase()));
}

/** `router.route('/x').post(…)`. */
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

/** The property or variable that holds a procedure: `createUser: publicProcedure.mutation(…)`. */
function nameOf(call: TSESTree.CallExpression, row: RouteRow): string | null {
  if (row.path !== undefined || row.pathOf) return null;
  const holder = call.parent;
  if (holder.type === 'Property') return keyName(holder.key, holder.computed);
  return holder.type === 'VariableDeclarator' && holder.id.type === 'Identifier' ? holder.id.name : null;
}
