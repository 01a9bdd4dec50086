import { fileOf, type BackendFile } from '../../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, decoratorName, decoratorsOf, isFunction, keyName } from '../../syntax/nodes.js';
import { moduleOf } from '../guard-names.js';
import { queriesOf } from '../queries.js';
import { alternatives, constantOf, follow, propertyIn } from '../values.js';
import { RECOGNISERS } from './recognisers.js';

/** What a GraphQL server leaves open. */
export interface GraphqlFault {
  readonly kind: 'limits' | 'introspection' | 'csrf' | 'list' | 'per-parent';
  readonly node: Node;
  readonly loc?: TSESTree.SourceLocation;
  readonly name: string;
}

/** Calls and classes that make a server, by package; where the options stand. */
const SERVERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '@apollo/server': { ApolloServer: '0' },
  'apollo-server': { ApolloServer: '0' },
  'apollo-server-express': { ApolloServer: '0' },
  'apollo-server-koa': { ApolloServer: '0' },
  'apollo-server-fastify': { ApolloServer: '0' },
  'apollo-server-lambda': { ApolloServer: '0' },
  'graphql-yoga': { createYoga: '0' },
  'express-graphql': { graphqlHTTP: '0' },
  'graphql-http': { createHandler: '0' },
  '@nestjs/graphql': { forRoot: '0' },
};
const LIMITS = new RegExp(
  `${RECOGNISERS['graphql-limits'].modules.map((each) => each.replaceAll(/[/.]/g, '\\$&')).join('|')}|depthLimit|maxDepth|complexity|costLimit|queryDepth|EnvelopArmor|ApolloArmor|persistedOperations|usePersistedOperations|maxTokens`,
  'i',
);
const PAGING =
  /\b(?:first|last|limit|take|page|pageSize|perPage|after|before|cursor|offset|skip|size|pagination|paging|filter|input|ids?|where)\b/i;

/** What the GraphQL servers, schemas and resolvers of a file leave open. */
export const graphqlFaultsOf = (file: BackendFile): readonly GraphqlFault[] => file.memo(findFaults);

function findFaults(file: BackendFile): GraphqlFault[] {
  if (!/graphql|gql|apollo|yoga|mercurius|ResolveField|FieldResolver|resolvers?\b|type\s+Query\b/i.test(file.text))
    return [];
  const found: GraphqlFault[] = [];
  for (const made of file.index.news) found.push(...serverFaults(made));
  for (const name of ['createYoga', 'graphqlHTTP', 'createHandler', 'forRoot', 'register'])
    for (const call of file.index.calls.get(name) ?? []) found.push(...serverFaults(call));
  return [...found, ...listFaults(file), ...parentFaults(file)];
}

function serverFaults(node: TSESTree.CallExpression | TSESTree.NewExpression): GraphqlFault[] {
  const name = calleeName(node) ?? '';
  const module =
    moduleOf(
      name === 'register' && node.arguments[0] && node.arguments[0].type !== 'SpreadElement'
        ? node.arguments[0]
        : node.callee,
    ) ?? '';
  const position = name === 'register' ? (module === 'mercurius' ? '1' : undefined) : SERVERS[module]?.[name];
  if (position === undefined) return [];
  const given = node.arguments[Number(position)];
  const options = given && follow(given);
  if (options?.type !== 'ObjectExpression') return [];
  const found: GraphqlFault[] = [];
  const option = (key: string): Node | null => {
    const value = propertyIn(options, key);
    return value && value !== 'unknown' ? value : null;
  };
  if (!hasLimits(options, node, module)) found.push({ kind: 'limits', node, name });
  const introspection = option('introspection') ?? option('graphiql');
  if (introspection && isKey(introspection, 'introspection') && constantOf(introspection) === true)
    found.push({ kind: 'introspection', node: introspection.parent!, name });
  const csrf = option('csrfPrevention');
  if (csrf && constantOf(csrf) === false) found.push({ kind: 'csrf', node: csrf.parent!, name });
  return found.map((fault) => (fileOf(fault.node) === fileOf(node) ? fault : { ...fault, node }));
}

const isKey = (value: Node, name: string): boolean =>
  value.parent?.type === 'Property' && keyName(value.parent.key, value.parent.computed) === name;

/** Rules of validation, plugins or options that bound a query; spreads and variables that can't be read may hold them. */
function hasLimits(
  options: TSESTree.ObjectExpression,
  node: TSESTree.CallExpression | TSESTree.NewExpression,
  module: string,
): boolean {
  const file = fileOf(node);
  const text = file.text.slice(node.range[0], node.range[1]);
  if (LIMITS.test(text)) return true;
  // https://mercurius.dev/#/docs/api/options: `queryDepth`
  if (module === 'mercurius') return propertyIn(options, 'queryDepth') !== null;
  const holders = ['validationRules', 'plugins'].map((name) => propertyIn(options, name));
  if (holders.includes('unknown')) return true;
  return holders.some(
    (value) =>
      value && value !== 'unknown' && (alternatives(value).some((each) => mentions(each)) || isElsewhere(value)),
  );
}

const mentions = (node: Node): boolean => {
  const { text } = fileOf(node);
  if (LIMITS.test(text.slice(node.range[0], node.range[1]))) return true;
  return (
    node.type === 'ArrayExpression' &&
    node.elements.some((each) => each !== null && each.type !== 'SpreadElement' && LIMITS.test(moduleOf(each) ?? ''))
  );
};

const isElsewhere = (node: Node): boolean => {
  const value = follow(node);
  return value.type === 'Identifier' || value.type === 'MemberExpression' || value.type === 'CallExpression';
};

/** `users: [User!]!` in `type Query`, with no argument to page by. */
function listFaults(file: BackendFile): GraphqlFault[] {
  const found: GraphqlFault[] = [];
  for (const node of file.index.strings) {
    if (node.type !== 'TemplateLiteral') continue;
    const text = file.text.slice(node.range[0], node.range[1]);
    for (const block of text.matchAll(/\b(?:extend\s+)?type\s+Query\s*(?:@\w+\s*)?\{([^}]*)\}/g)) {
      const start = block.index + block[0].indexOf('{') + 1;
      for (const field of block[1]!.matchAll(/^[ \t]*(\w+)\s*(\([^)]*\))?\s*:\s*\[\s*(\w+)/gm)) {
        if (field[2] !== undefined && PAGING.test(field[2])) continue;
        if (/^(?:String|Int|ID|Float|Boolean)$/.test(field[3]!) || isEnum(field[3]!, text)) continue;
        const at = node.range[0] + start + field.index + field[0].search(/\w/);
        found.push({ kind: 'list', node, loc: locOf(file, at, field[1]!.length), name: field[1]! });
      }
    }
  }
  return found;
}

const isEnum = (name: string, text: string): boolean => new RegExp(`\\benum\\s+${name}\\b`).test(text);

function locOf(file: BackendFile, offset: number, length: number): TSESTree.SourceLocation {
  const before = file.text.slice(0, offset).split('\n');
  const line = before.length;
  const column = before.at(-1)!.length;
  return { start: { line, column }, end: { line, column: column + length } };
}

const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);
const LOADER = /[lL]oader|\bload(?:Many)?\(/;

/** `User: { posts: (user) => db.post.findMany({ where: { authorId: user.id } }) }`, `@ResolveField()`. */
function parentFaults(file: BackendFile): GraphqlFault[] {
  const found: GraphqlFault[] = [];
  for (const query of queriesOf(file)) {
    if (!/^read/.test(query.op)) continue;
    const fn = fieldResolverOf(query.start);
    if (!fn || found.some(({ node }) => node === nodeOf(fn))) continue;
    const text = file.text.slice(fn.range[0], fn.range[1]);
    const parent = parentNameOf(fn);
    const own = file.text.slice(query.start.range[0], Math.min(query.start.range[1] + 200, fn.range[1]));
    if (parent === null || LOADER.test(text) || !new RegExp(`\\b${parent}\\b`).test(own)) continue;
    found.push({ kind: 'per-parent', node: nodeOf(fn), name: nameOf(fn) });
  }
  return found;
}

const nodeOf = (fn: FunctionNode): Node =>
  fn.parent.type === 'Property' || fn.parent.type === 'MethodDefinition' ? fn.parent : fn;
const nameOf = (fn: FunctionNode): string => {
  const holder = nodeOf(fn);
  return holder.type === 'Property' || holder.type === 'MethodDefinition'
    ? (keyName(holder.key, holder.computed) ?? 'This field')
    : 'This field';
};

/** The function that resolves a field of a type that isn't a root, round a node. */
function fieldResolverOf(node: Node): FunctionNode | null {
  for (let up: Node | undefined = node.parent; up; up = up.parent) {
    if (!isFunction(up)) continue;
    const holder: Node = up.parent;
    if (holder.type === 'MethodDefinition')
      return decoratorsOf(holder).some((each) =>
        /^(?:ResolveField|FieldResolver|ResolveProperty)$/.test(decoratorName(each) ?? ''),
      )
        ? up
        : null;
    if (holder.type !== 'Property') continue;
    const type: Node = holder.parent.parent;
    if (holder.parent.type !== 'ObjectExpression' || type.type !== 'Property') return null;
    const name = keyName(type.key, type.computed) ?? '';
    const outer = type.parent;
    const isMap =
      /^[A-Z]\w*$/.test(name) && !ROOTS.has(name) && outer.type === 'ObjectExpression' && isResolverMap(outer);
    return isMap ? up : null;
  }
  return null;
}

/** A map of resolvers: its variable or property says so, or a root stands beside. */
function isResolverMap(object: TSESTree.ObjectExpression): boolean {
  if (object.properties.some((each) => each.type === 'Property' && ROOTS.has(keyName(each.key, each.computed) ?? '')))
    return true;
  const { parent } = object;
  const name =
    parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier'
      ? parent.id.name
      : parent.type === 'Property'
        ? (keyName(parent.key, parent.computed) ?? '')
        : '';
  return /resolver/i.test(name);
}

/** The name under which the resolver knows its parent: its first parameter, or the one with `@Parent()`. */
function parentNameOf(fn: FunctionNode): string | null {
  const marked = fn.params.find((param) =>
    decoratorsOf(param).some((each) => /^(?:Parent|Root)$/.test(decoratorName(each) ?? '')),
  );
  const param = marked ?? (fn.parent.type === 'MethodDefinition' ? undefined : fn.params[0]);
  if (param?.type === 'Identifier') return param.name;
  if (param?.type === 'ObjectPattern' && param.properties[0]?.type === 'Property')
    return keyName(param.properties[0].key, false);
  return null;
}
