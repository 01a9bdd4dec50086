import type { TSESTree } from '@typescript-eslint/utils';

import { namesWith } from '../libraries/registry.js';
import type { Library, SqlRow } from '../model/library.js';
import type { Proof } from '../model/proof.js';
import type { FunctionNode, Node } from '../syntax/ast.js';
import { calleeName, memberName, outward, receiverOf, unwrap, wrapped } from '../syntax/nodes.js';
import { allOf } from '../syntax/walk.js';
import { getBinding } from './bindings.js';
import { denote, libraryOf, proofOf, rowOf } from './entities.js';
import { builtText } from './text.js';
import { argumentAt, findArgument } from './values.js';

/** How a function of the project hands SQL text on to a client: the client's row, with the function's own positions. */
export interface Passing {
  readonly row: SqlRow;
  readonly library: Library | null;
  readonly proof: Proof;
}

const MAX_DEPTH = 3;
const passings = new WeakMap<FunctionNode, Passing | null>();

/** `const query = (text, params) => pool.query(text, params)`: what a wrapper does with its parameters; null for other functions. */
export function findPassing(fn: FunctionNode, depth = 0): Passing | null {
  const known = passings.get(fn);
  if (known !== undefined) return known;
  if (depth >= MAX_DEPTH || fn.params.length === 0) return null;
  passings.set(fn, null);
  let found: Passing | null = null;
  for (const call of allOf(fn, ['CallExpression'])) {
    found = passingOf(call, fn, depth);
    if (found) break;
  }
  passings.set(fn, found);
  return found;
}

function passingOf(call: TSESTree.CallExpression, fn: FunctionNode, depth: number): Passing | null {
  const name = calleeName(call) ?? '';
  const mayPass = call.arguments.some((argument) => leadingParameter(argument, fn) !== null);
  if (!mayPass && !namesWith('sql').has(name)) return null;
  const callee = denote(call.callee);
  if (callee?.kind === 'function') {
    const inner = callee.node === fn ? null : findPassing(callee.node, depth + 1);
    return inner && mappedTo(call, inner.row, inner.library, inner.proof, fn);
  }
  const row = rowOf(callee)?.sql;
  if (row) return row.escape ? null : mappedTo(call, row, libraryOf(callee), proofOf(callee), fn);
  if (callee === null && receiverOf(call) && /^(?:query|execute)$/.test(name) && call.arguments[0]) {
    const text = leadingParameter(call.arguments[0], fn);
    return text && { row: { text: [text.position], placeholder: null }, library: null, proof: 'name' };
  }
  return null;
}

function mappedTo(
  call: TSESTree.CallExpression,
  row: SqlRow,
  library: Library | null,
  proof: Proof,
  fn: FunctionNode,
): Passing | null {
  const given = findArgument(call, row.text);
  const text = given && leadingParameter(given, fn);
  if (!text) return null;
  const values = text.whole ? valuesOf(call, row, fn) : null;
  return {
    row: {
      text: [text.position],
      placeholder: values && row.placeholder !== 'tag' ? row.placeholder : null,
      ...(values ? { values: values.position, ...(values.spread ? { spread: true } : {}) } : {}),
      ...(row.lists ? { lists: row.lists } : {}),
      ...(row.driver ? { driver: true } : {}),
      ...(row.fragment ? { fragment: true } : {}),
    },
    library,
    proof,
  };
}

/** The parameter that a text is, or begins with. */
function leadingParameter(node: Node, fn: FunctionNode): { position: string; whole: boolean } | null {
  const value = unwrap(node);
  if (value.type === 'Literal' || value.type === 'ObjectExpression') return null;
  const direct = positionOf(value, fn);
  if (direct !== null) return { position: direct, whole: true };
  if (
    value.type !== 'TemplateLiteral' &&
    value.type !== 'BinaryExpression' &&
    value.type !== 'CallExpression' &&
    value.type !== 'Identifier'
  )
    return null;
  const [first] = builtText(value).parts;
  const position = first?.kind === 'hole' ? positionOf(unwrap(first.node), fn) : null;
  return position === null ? null : { position, whole: false };
}

/** Where among a function's arguments an expression comes from: `'0'`, `'0.text'`. */
function positionOf(value: Node, fn: FunctionNode): string | null {
  if (value.type === 'MemberExpression') {
    const name = memberName(value);
    const object = name === null ? null : positionOf(unwrap(value.object), fn);
    return object !== null && !object.includes('.') ? `${object}.${name}` : null;
  }
  if (value.type !== 'Identifier') return null;
  const binding = getBinding(value);
  if (binding.kind !== 'parameter' || binding.fn !== fn || binding.path.includes('...') || binding.path.length > 1)
    return null;
  return [binding.index, ...binding.path].join('.');
}

/** Where the function takes the values that it binds. */
function valuesOf(
  call: TSESTree.CallExpression,
  row: SqlRow,
  fn: FunctionNode,
): { position: string; spread: boolean } | null {
  let given: Node | null = null;
  if (row.values !== undefined) {
    const found = argumentAt(call, row.values);
    given = typeof found === 'string' ? (call.arguments.find((each) => each.type === 'SpreadElement') ?? null) : found;
  } else if (row.bind) given = findBound(call, row.bind);
  else if (row.spread) given = call.arguments.find((each) => each.type === 'SpreadElement') ?? null;
  if (!given) return null;
  const value = unwrap(given.type === 'SpreadElement' ? given.argument : given);
  if (value.type !== 'Identifier') return null;
  const binding = getBinding(value);
  if (binding.kind !== 'parameter' || binding.fn !== fn) return null;
  if (binding.path.length === 0) return { position: String(binding.index), spread: false };
  return binding.path.length === 1 && binding.path[0] === '...'
    ? { position: String(binding.index), spread: true }
    : null;
}

/** The argument of the later call that binds: `db.prepare(text).all(params)`. */
function findBound(call: TSESTree.CallExpression, names: readonly string[]): Node | null {
  const member = outward(call);
  if (member?.type !== 'MemberExpression' || member.object !== wrapped(call)) return null;
  const use = outward(member);
  if (use?.type !== 'CallExpression' || !names.includes(memberName(member) ?? '')) return null;
  return use.arguments.length === 1 ? use.arguments[0]! : null;
}
