import { sourceText } from '../../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, findProperty, isFunction, keyName, outward, unwrap } from '../../syntax/nodes.js';
import { inputOf } from '../closed-schemas.js';
import { routesServedBy } from '../serving.js';
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
  const calls = routesServedBy(fn).flatMap(({ call }) => call ?? []);
  outwardCalls(fn, calls);
  return calls;
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
