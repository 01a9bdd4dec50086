import { type BackendFile, fileOf, sourceText } from '../../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, findProperty, isFunction, keyName, outward, unwrap } from '../../syntax/nodes.js';
import { inputOf } from '../closed-schemas.js';
import { denote } from '../entities.js';
import { follow } from '../values.js';

/** What is checked before a handler sees the request. */
export interface Validation {
  /** Expressions that hold schemas: arguments of validators, `schema` options. */
  readonly schemas: readonly Node[];
  /** A validator stands there whose schema can't be read. */
  readonly isOpaque: boolean;
}

const VALIDATOR = /valid|celebrate|schema|checkQuery|sanitize|parseQuery|zod|joi|withParams/i;
const SCHEMA_KEYS = /^(?:schema|validate|validation|request|querystring|query|body|input|config|params)$/;
const known = new WeakMap<FunctionNode, Validation>();

/** The schemas that stand before the handler at its routes, in this file or where a controller is registered. */
export function schemasBefore(fn: FunctionNode): Validation {
  const memo = known.get(fn);
  if (memo) return memo;
  const schemas: Node[] = [];
  let isOpaque = false;
  known.set(fn, { schemas, isOpaque });
  const seen = (given: Node): void => {
    const value = follow(given);
    if (isFunction(value)) return;
    if (value.type === 'CallExpression') {
      const name = calleeName(value) ?? '';
      if (VALIDATOR.test(name)) {
        if (value.arguments.length === 0) isOpaque = true;
        schemas.push(...value.arguments);
      } else if (/^(?:query|check|body|param)$/.test(chainRoot(value))) schemas.push(value);
      else for (const argument of value.arguments) if (mayHold(argument)) seen(argument);
    } else if (value.type === 'ObjectExpression') {
      for (const property of value.properties)
        if (property.type === 'Property' && SCHEMA_KEYS.test(keyName(property.key, property.computed) ?? ''))
          schemas.push(property.value);
        else if (property.type === 'SpreadElement') isOpaque = true;
    } else if (value.type === 'ArrayExpression') {
      for (const each of value.elements) if (each) seen(each);
    } else if (value.type === 'Identifier' && VALIDATOR.test(value.name)) isOpaque = true;
    else if (value.type === 'MemberExpression' && VALIDATOR.test(sourceText(value))) isOpaque = true;
  };
  const input = inputOf(fn);
  if (input) {
    // A procedure's input is what its schema says, also where that can't be read.
    schemas.push(input);
    isOpaque = true;
  }
  for (const call of registrationsOf(fn)) for (const argument of call.arguments) seen(argument);
  const answer = { schemas, isOpaque };
  known.set(fn, answer);
  return answer;
}

const mayHold = (node: Node): boolean => !isFunction(unwrap(node)) && unwrap(node).type !== 'Literal';

function chainRoot(node: TSESTree.CallExpression): string {
  let current: TSESTree.CallExpression = node;
  for (;;) {
    const callee = unwrap(current.callee);
    const inner = callee.type === 'MemberExpression' ? unwrap(callee.object) : null;
    if (inner?.type !== 'CallExpression') return calleeName(current) ?? '';
    current = inner;
  }
}

/** The calls that a handler is handed to: `router.get('/x', validate(schema), handler)`, also through wrappers. */
function registrationsOf(fn: FunctionNode): TSESTree.CallExpression[] {
  const calls: TSESTree.CallExpression[] = [];
  outwardCalls(fn, calls);
  const name = nameOf(fn);
  if (name === null) return calls;
  const own = fileOf(fn);
  for (const path of new Set([own.path, ...own.project.importersOf(own.path)])) {
    const file: BackendFile | null = path === own.path ? own : own.project.open(path);
    if (!file || file.kind === 'test') continue;
    for (const member of file.index.members.get(name) ?? [])
      if (outward(member)?.type === 'CallExpression' && isItself(member, fn)) outwardCalls(member, calls);
    for (const call of VERBS.flatMap((verb) => file.index.calls.get(verb) ?? []))
      if (call.arguments.some((each) => names(each, name) && isItself(unwrapped(each), fn))) calls.push(call);
  }
  return calls;
}

const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'all', 'route', 'use', 'search'];

/** `handler`, or `wrap(handler)`. */
const unwrapped = (node: Node): Node => {
  const value = unwrap(node);
  return value.type === 'CallExpression' && value.arguments[0] ? unwrapped(value.arguments[0]) : value;
};
const names = (node: Node, name: string): boolean => {
  const value = unwrapped(node);
  return value.type === 'Identifier' && value.name === name;
};

function isItself(node: Node, fn: FunctionNode): boolean {
  const entity = denote(node);
  return entity?.kind === 'function' && entity.node === fn;
}

function outwardCalls(node: Node, calls: TSESTree.CallExpression[]): void {
  let current: Node | undefined = outward(node);
  for (let hops = 0; hops < 4 && current; hops++) {
    if (current.type === 'CallExpression') calls.push(current);
    else if (current.type === 'Property' && current.parent.type === 'ObjectExpression') {
      // Fastify's `route({ schema, handler })`.
      if (findProperty(current.parent, 'schema') && outward(current.parent)?.type === 'CallExpression')
        calls.push(outward(current.parent) as TSESTree.CallExpression);
      return;
    } else return;
    current = outward(current);
  }
}

function nameOf(fn: FunctionNode): string | null {
  if (fn.type === 'FunctionDeclaration') return fn.id?.name ?? null;
  for (let up: Node | undefined = fn.parent; up; up = up.parent) {
    if (up.type === 'VariableDeclarator') return up.id.type === 'Identifier' ? up.id.name : null;
    if (up.type === 'MethodDefinition' || up.type === 'PropertyDefinition' || up.type === 'Property')
      return keyName(up.key, up.computed);
    if (up.type === 'AssignmentExpression')
      return up.left.type === 'MemberExpression' ? keyName(up.left.property, up.left.computed) : null;
    if (up.type !== 'CallExpression' && !/^TS/.test(up.type)) return null;
  }
  return null;
}
