import { STATUS_CODES } from 'node:http';

import type { ResponseRow } from '../../model/rows/responses.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, isFunction, memberName, unwrap, unwrapAwait } from '../../syntax/nodes.js';
import { allOf } from '../../syntax/walk.js';
import { denote, rowOf } from '../entities.js';
import { constantOf, findArgument, follow } from '../values.js';

export interface Status {
  readonly status: number | null;
  readonly node: Node | null;
}

/** `NOT_FOUND` → 404: how enums of statuses name them. */
const BY_NAME: ReadonlyMap<string, number> = new Map([
  ...Object.entries(STATUS_CODES).map(([code, text]): [string, number] => [
    text!
      .toUpperCase()
      .replaceAll(/[^A-Z]+/g, '_')
      .replace(/_$/, ''),
    Number(code),
  ]),
  ['INTERNAL_ERROR', 500],
  ['UNPROCESSABLE_CONTENT', 422],
]);

/** The number that an expression of a status is, or null. */
export function statusIn(node: Node, names: ResponseRow['names'] = {}): number | null {
  const constant = isOneOfMany(unwrap(node)) ? undefined : constantOf(node);
  if (typeof constant === 'number') return constant;
  if (typeof constant === 'string') return names[constant] ?? null;
  const value = unwrap(node);
  if (value.type !== 'MemberExpression') return null;
  const name = memberName(value);
  return /status|http|code/i.test(nameOf(value.object)) && name !== null
    ? (BY_NAME.get(name.toUpperCase()) ?? null)
    : null;
}

/** `result.statusCode` of something that is no literal or enum: what it holds differs from run to run. */
const isOneOfMany = (node: Node): boolean =>
  node.type === 'MemberExpression' &&
  denote(node.object)?.kind !== 'enum' &&
  follow(node.object).type !== 'ObjectExpression';

const nameOf = (node: Node): string =>
  node.type === 'Identifier' ? node.name : node.type === 'MemberExpression' ? (memberName(node) ?? '') : '';

/** The status of the answer that a call or construction gives: at its position, in its chain, or set before it. */
export function statusOf(call: TSESTree.CallExpression | TSESTree.NewExpression, row: ResponseRow): Status {
  const given = row.status && findArgument(call, row.status);
  if (given && !isObject(given)) return { status: statusIn(given, row.names), node: given };
  const inChain = call.type === 'CallExpression' ? chainedStatus(call) : null;
  if (inChain) return inChain;
  const byDefault = row.fallback ?? (row.does === 'error' || row.does === 'throw' ? 500 : 200);
  if (row.fallback !== undefined || (row.does !== 'send' && row.does !== 'value' && row.does !== 'write'))
    return { status: byDefault, node: null };
  return earlierStatus(call) ?? { status: byDefault, node: null };
}

const isObject = (node: Node): boolean => unwrap(node).type === 'ObjectExpression';

/** `res.status(404).json(…)`: what the links before say. */
function chainedStatus(call: TSESTree.CallExpression): Status | null {
  const callee = unwrap(call.callee);
  for (let at = callee.type === 'MemberExpression' ? unwrap(callee.object) : null; at?.type === 'CallExpression';) {
    const found = statusCall(at);
    if (found) return found;
    const inner = unwrap(at.callee);
    at = inner.type === 'MemberExpression' ? unwrap(inner.object) : null;
  }
  return null;
}

const SETTERS = /^(?:status|code|writeHead|setResponseStatus)$/;

function statusCall(call: TSESTree.CallExpression): Status | null {
  if (!SETTERS.test(calleeName(call) ?? '')) return null;
  const row = rowOf(denote(call.callee))?.response;
  const node = row?.does === 'status' && row.status ? findArgument(call, row.status) : null;
  return node && { status: statusIn(node), node };
}

/** `res.statusCode = 404`, `ctx.status = 404`. */
function statusAssignment(node: TSESTree.AssignmentExpression): Status | null {
  if (node.left.type !== 'MemberExpression' || !/^status(?:Code)?$/.test(memberName(node.left) ?? '')) return null;
  return rowOf(denote(node.left))?.response?.does === 'status'
    ? { status: statusIn(node.right), node: node.right }
    : null;
}

/**
 * The status that a statement before the answer sets, in the same block or one round it; unknown (null) where a branch
 * may have set another.
 */
export function earlierStatus(node: Node): Status | null {
  for (let at = node; at.parent && !isFunction(at); at = at.parent) {
    const list =
      at.parent.type === 'BlockStatement' || at.parent.type === 'Program'
        ? at.parent.body
        : at.parent.type === 'SwitchCase'
          ? at.parent.consequent
          : [];
    const index = (list as readonly Node[]).indexOf(at);
    for (let i = index - 1; i >= 0; i--) {
      const found = statusSetBy(list[i]!);
      if (found) return found;
    }
  }
  return null;
}

function statusSetBy(statement: Node): Status | null {
  if (statement.type === 'ExpressionStatement') {
    const expression = unwrapAwait(statement.expression);
    if (expression.type === 'CallExpression') return statusCall(expression) ?? chainedStatus(expression);
    return expression.type === 'AssignmentExpression' ? statusAssignment(expression) : null;
  }
  if (!/^(?:If|Switch|Try|Block|For|ForOf|While)/.test(statement.type)) return null;
  const isSet =
    allOf(statement, ['CallExpression'], { own: true }).some(
      (call) => statusCall(call) !== null && !isAnswered(call),
    ) || allOf(statement, ['AssignmentExpression'], { own: true }).some((each) => statusAssignment(each) !== null);
  return isSet ? { status: null, node: statement } : null;
}

/** `res.status(404).json(…)` in a branch is that branch's own answer. */
const isAnswered = (call: TSESTree.CallExpression): boolean => call.parent.type === 'MemberExpression';
