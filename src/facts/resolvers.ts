import { libraries } from '../libraries/index.js';
import { type BackendFile, isSamePlace } from '../model/file.js';
import { fileOf } from '../model/file.js';
import type { Library, RouteRow } from '../model/library.js';
import type { Proof } from '../model/proof.js';
import type { Route, Verb } from '../model/route.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { isFunction, keyName, unwrap } from '../syntax/nodes.js';
import { allReturns } from '../syntax/walk.js';
import { handlerRoute } from './steps.js';
import { argumentAt, follow, propertyIn, textOf } from './values.js';

const ROOTS: Readonly<Record<string, Verb>> = { Query: 'QUERY', Mutation: 'MUTATION', Subscription: 'SUBSCRIPTION' };
/** How graphql-codegen names the types of resolver maps: `MutationResolvers`, `Resolvers['Mutation']`. */
const TYPE = /^(Query|Mutation|Subscription)Resolvers$/;
/** Names of maps that are spread into one of the roots in another file. */
const MAP_NAME = /(?:mutations?|quer(?:y|ies)|subscriptions?|resolvers?)$/i;
const MOST_IMPORTERS = 20;

const graphql: Library | undefined = libraries.find((library) => library.name === 'graphql');

/**
 * GraphQL resolver maps: `{ Mutation: { createOrder: (parent, args, context) => … } }` in a package that depends on a
 * GraphQL server; maps of one root by their name or type, or by what another file does with them.
 */
export function resolverRoutes(file: BackendFile): Route[] {
  if (!graphql || !/mutation|query|subscription|resolver/i.test(file.text)) return [];
  const owner = file.project.findPackage(file.path);
  if (!owner || !graphql.modules.some((name) => owner.hasDependency(name))) return [];
  const maps = new Map<TSESTree.ObjectExpression, Verb>();
  for (const [verb, map] of rootsIn(file)) addMap(map, verb, file, maps);
  for (const declarator of file.index.declarators) {
    const verb = verbOf(declarator, file);
    if (verb && declarator.init) addMap(declarator.init, verb, file, maps);
  }
  return [...maps].flatMap(([map, verb]) => map.properties.flatMap((property) => fieldOf(property, verb)));
}

/** Every `Mutation: …` of an object in the file. */
function rootsIn(file: BackendFile): [verb: Verb, value: Node][] {
  return file.index.objects.flatMap((object) =>
    object.properties.flatMap((property): [Verb, Node][] => {
      const verb = property.type === 'Property' ? ROOTS[keyName(property.key, property.computed) ?? ''] : undefined;
      return verb && property.type === 'Property' ? [[verb, property.value]] : [];
    }),
  );
}

/** Adds the map that a value is, and those that it spreads, as far as they stand in this file. */
function addMap(node: Node, verb: Verb, file: BackendFile, maps: Map<TSESTree.ObjectExpression, Verb>): void {
  const map = follow(node);
  if (map.type !== 'ObjectExpression' || maps.has(map) || fileOf(map) !== file) return;
  maps.set(map, verb);
  for (const property of map.properties)
    if (property.type === 'SpreadElement') addMap(property.argument, verb, file, maps);
}

/** The root that a variable's object belongs to: by its name, its type, or the importer that puts it there. */
function verbOf({ id, init }: TSESTree.VariableDeclarator, file: BackendFile): Verb | null {
  if (id.type !== 'Identifier' || !init) return null;
  const named = ROOTS[id.name];
  if (named) return named;
  const type = id.typeAnnotation?.typeAnnotation;
  if (type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier') {
    const root = TYPE.exec(type.typeName.name)?.[1];
    if (root) return ROOTS[root]!;
  }
  if (type?.type === 'TSIndexedAccessType' && type.indexType.type === 'TSLiteralType') {
    const { literal } = type.indexType;
    const root = literal.type === 'Literal' ? ROOTS[String(literal.value)] : undefined;
    if (root) return root;
  }
  const map = unwrap(init);
  return map.type === 'ObjectExpression' && MAP_NAME.test(id.name) ? verbByImporters(map, file) : null;
}

function verbByImporters(map: TSESTree.ObjectExpression, file: BackendFile): Verb | null {
  for (const path of file.project.importersOf(file.path).slice(0, MOST_IMPORTERS)) {
    const importer = file.project.open(path);
    if (!importer) continue;
    for (const [verb, value] of rootsIn(importer)) if (holds(value, map)) return verb;
  }
  return null;
}

/** Whether a value is the map or spreads it. */
function holds(value: Node, map: TSESTree.ObjectExpression): boolean {
  const found = follow(value);
  if (found.type !== 'ObjectExpression') return false;
  if (isSamePlace(found, map)) return true;
  return found.properties.some((property) => property.type === 'SpreadElement' && holds(property.argument, map));
}

/** A resolver is a function, or an object whose `resolve` or `subscribe` is one. */
function fieldOf(property: TSESTree.ObjectLiteralElement, verb: Verb): Route[] {
  if (property.type !== 'Property') return [];
  const value = isFunction(property.value) ? property.value : follow(property.value);
  const inner = value.type === 'ObjectExpression' ? propertyIn(value, 'resolve') : property.value;
  return inner && inner !== 'unknown'
    ? resolver(graphql!, verb, keyName(property.key, property.computed), property, inner, 'convention')
    : [];
}

function resolver(
  library: Library,
  verb: Verb,
  path: string | null,
  node: Node,
  value: Node,
  proof: Proof,
  call: TSESTree.CallExpression | null = null,
): Route[] {
  const route = handlerRoute({ library, verb, path, node, proof, call }, value);
  return route.handler?.fn ? [route] : [];
}

/** `builder.mutationField('like', (t) => t.field({ resolve }))`, `builder.mutationFields((t) => ({ like: t.field(…) }))`. */
export function fieldRoutes(call: TSESTree.CallExpression, row: RouteRow, library: Library, proof: Proof): Route[] {
  const { shape, at } = row.resolvers!;
  const verb = row.verb as Verb;
  const given = argumentAt(call, at);
  if (typeof given === 'string') return [];
  const value = isFunction(given) ? given : follow(given);
  if (shape === 'field') {
    const resolve = resolveIn(value);
    const name = call.arguments[0];
    return resolve ? resolver(library, verb, name ? textOf(name) : null, call, resolve, proof, call) : [];
  }
  const fields = value.type === 'ObjectExpression' ? propertyIn(value, 'fields') : value;
  if (!fields || fields === 'unknown' || !isFunction(fields)) return [];
  return allReturns(fields).flatMap((returned) => {
    const object = follow(returned);
    if (object.type !== 'ObjectExpression') return [];
    return object.properties.flatMap((property) => {
      if (property.type !== 'Property') return [];
      const resolve = resolveIn(property.value);
      const name = keyName(property.key, property.computed);
      return resolve ? resolver(library, verb, name, property, resolve, proof) : [];
    });
  });
}

/** The `resolve` of a field: of `(t) => t.field({ resolve })`, `t.field({ resolve })` or `{ resolve }`. */
function resolveIn(node: Node): Node | null {
  if (isFunction(node)) {
    for (const returned of allReturns(node)) {
      const found = resolveIn(returned);
      if (found) return found;
    }
    return null;
  }
  const value = follow(node);
  if (value.type === 'CallExpression') {
    const last = value.arguments.at(-1);
    return last && last.type !== 'SpreadElement' ? resolveIn(last) : null;
  }
  if (value.type !== 'ObjectExpression') return null;
  const found = propertyIn(value, 'resolve');
  return found === 'unknown' ? null : found;
}
