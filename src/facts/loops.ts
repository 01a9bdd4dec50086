import type { FunctionNode, Node, TSESTree } from '../syntax/ast.js';
import { calleeName, isFunction, isInside, memberName, receiverOf, unwrap, unwrapAwait } from '../syntax/nodes.js';
import { walk } from '../syntax/walk.js';
import { findVariable, getBinding } from './bindings.js';
import { denote, rowOf } from './entities.js';
import { follow } from './values.js';

/** A piece of code that runs once for each of several things. */
export interface Loop {
  readonly node: Node;
  /** `each`: one after the other; `fan-out`: all begun at once; `counted`, `while`: by a condition. */
  readonly kind: 'each' | 'fan-out' | 'counted' | 'while';
  readonly body: Node;
  /** What it goes over. */
  readonly over: Node | null;
}

const SEQUENTIAL = /^(?:forEach|reduce|reduceRight|eachSeries|mapSeries|each)$/;
const AT_ONCE = /^(?:map|flatMap|filter|some|every|find)$/;

/** The innermost loop that a node runs in, in the same run of its function: not in what is only handed on as a function. */
export function findLoop(node: Node): Loop | null {
  for (let inner: Node = node, up = node.parent; up; inner = up, up = up.parent) {
    if (isFunction(up)) return loopOfCallback(up);
    const loop = loopAt(up, inner);
    if (loop) return loop;
  }
  return null;
}

function loopAt(node: Node, inner: Node): Loop | null {
  switch (node.type) {
    case 'ForOfStatement':
      return inner === node.body && !node.await ? { node, kind: 'each', body: node.body, over: node.right } : null;
    case 'ForInStatement':
      return inner === node.body ? { node, kind: 'each', body: node.body, over: node.right } : null;
    case 'ForStatement':
      return inner === node.body ? { node, kind: 'counted', body: node.body, over: null } : null;
    case 'WhileStatement':
    case 'DoWhileStatement':
      return inner === node.body ? { node, kind: 'while', body: node.body, over: null } : null;
    default:
      return null;
  }
}

function loopOfCallback(fn: FunctionNode): Loop | null {
  const call = fn.parent;
  if (call.type !== 'CallExpression') return null;
  const name = calleeName(call) ?? '';
  if (call.arguments[1] === fn) return loopOfHelper(call, fn, name);
  if (call.arguments[0] !== fn) return null;
  const over = receiverOf(call);
  // A builder's own method of that name; the rows that awaiting it gave are a list.
  if (!over || (rowOf(denote(call.callee)) !== null && !isAwaited(over))) return null;
  if (SEQUENTIAL.test(name)) return { node: call, kind: 'each', body: fn.body, over };
  return AT_ONCE.test(name) ? { node: call, kind: 'fan-out', body: fn.body, over } : null;
}

/** Libraries whose functions take the list first: lodash, Bluebird, async. */
const LIST_FIRST = /^(?:_|lodash|Bluebird|Promise|B|async|R|ramda|remeda)$/;

/** `Array.from(list, fn)`, `_.map(list, fn)`, `Bluebird.map(list, fn)`, `pMap(list, fn)`: all of it at once. */
function loopOfHelper(call: TSESTree.CallExpression, fn: FunctionNode, name: string): Loop | null {
  const [over, , options] = call.arguments;
  // With options it is told how many at a time.
  if (!over || over.type === 'SpreadElement' || options) return null;
  const receiver = receiverOf(call);
  const owner = receiver?.type === 'Identifier' ? receiver.name : null;
  if ((owner === 'Array' && name === 'from') || (receiver === null && name === 'pMap'))
    return { node: call, kind: 'fan-out', body: fn.body, over };
  if (owner === null || !LIST_FIRST.test(owner)) return null;
  if (SEQUENTIAL.test(name)) return { node: call, kind: 'each', body: fn.body, over };
  return AT_ONCE.test(name) ? { node: call, kind: 'fan-out', body: fn.body, over } : null;
}

function isAwaited(node: Node): boolean {
  const value = unwrap(node);
  if (value.type === 'AwaitExpression') return true;
  const binding = value.type === 'Identifier' ? getBinding(value) : null;
  return binding?.kind === 'value' && binding.init !== null && unwrap(binding.init).type === 'AwaitExpression';
}

/** Names of lists that come in parts, and of the parts. */
const PARTS = /chunk|batch|(?:^|[a-z_])[pP]ages?$|slice|bucket|partition|window|shard|tenant|schema(?:s|Name)?$/i;

const PARTS_WITHIN = /chunk|batch|pages\b|slices\b|attempt|retr(?:y|ies)/i;

/** Whether the loop goes over few things, or over parts of many: what it does for each of them is meant. */
export function isBounded(loop: Loop): boolean {
  if (loop.kind === 'counted') return isCountedInParts(loop.node as TSESTree.ForStatement);
  if (loop.over && (isFixed(loop.over) || isPart(loop.over))) return true;
  const element = elementOf(loop);
  return element !== null && PARTS.test(element);
}

/** `i += SIZE`, or a number of tries that is known. */
function isCountedInParts({ update, test }: TSESTree.ForStatement): boolean {
  if (!update || !test || PARTS_WITHIN.test(sourceOf(test))) return true;
  if (update.type === 'AssignmentExpression') return update.right.type !== 'Literal' || update.right.value !== 1;
  return !/\.(?:length|size)\b/.test(sourceOf(test)) || isFixedIn(test);
}

function isFixedIn(test: Node): boolean {
  const list = test.type === 'BinaryExpression' ? unwrap(test.right) : null;
  return list?.type === 'MemberExpression' && isFixed(list.object);
}

const sourceOf = (node: Node): string => {
  const parts: string[] = [];
  walk(node, (at) => {
    if (at.type === 'MemberExpression') parts.push(`.${memberName(at) ?? ''}`);
    else if (at.type === 'Identifier') parts.push(at.name);
  });
  return parts.join(' ');
};

/** A list that is written down in the code: a literal, a constant, the members of an enum, their keys or entries. */
function isFixed(node: Node, hops = 0): boolean {
  const value = unwrapAwait(follow(node));
  if (hops > 6) return false;
  switch (value.type) {
    case 'ArrayExpression':
      return value.elements.every((each) => each !== null && each.type !== 'SpreadElement') && !isGrownIn(node);
    case 'ObjectExpression':
      return value.properties.length > 0 && value.properties.every((each) => each.type === 'Property');
    case 'TSEnumDeclaration':
      return true;
    case 'Identifier': {
      const kind = denote(value)?.kind;
      return kind === 'enum' || /^[A-Z][A-Z\d_]+$/.test(value.name);
    }
    case 'MemberExpression':
      return /^[A-Z][A-Z\d_]+$/.test(memberName(value) ?? '');
    case 'CallExpression': {
      const name = calleeName(value) ?? '';
      if (/^(?:keys|values|entries|fromEntries|from|freeze)$/.test(name)) {
        const given = value.arguments[0] ?? receiverOf(value);
        return given !== null && isFixed(given, hops + 1);
      }
      const list = receiverOf(value);
      return /^(?:filter|map|slice|reverse|sort|concat)$/.test(name) && list !== null && isFixed(list, hops + 1);
    }
    default:
      return false;
  }
}

/** Whether things are put into the list of a name after it was made. */
function isGrownIn(node: Node): boolean {
  const name = unwrap(node);
  const variable = name.type === 'Identifier' ? findVariable(name) : null;
  return (variable?.references ?? []).some(({ identifier }) => {
    const member = (identifier as Node).parent;
    return member?.type === 'MemberExpression' && /^(?:push|unshift|splice|concat)$/.test(memberName(member) ?? '');
  });
}

function isPart(node: Node): boolean {
  const value = unwrapAwait(node);
  if (value.type === 'Identifier') {
    if (PARTS.test(value.name)) return true;
    const binding = getBinding(value);
    return binding.kind === 'value' && binding.init !== null && isPartCall(unwrapAwait(binding.init));
  }
  return isPartCall(value) || (value.type === 'MemberExpression' && PARTS.test(memberName(value) ?? ''));
}

const isPartCall = (node: Node): boolean =>
  node.type === 'CallExpression' &&
  /chunk|batch|^slice$|^splice$|paginate|window|partition/i.test(calleeName(node) ?? '');

/** The name of the thing in hand. */
function elementOf(loop: Loop): string | null {
  const [first] = variablesOf(loop);
  return first ?? null;
}

/** The names that a loop declares for each run: its variable, its callback's parameters. */
function variablesOf({ node }: Loop): string[] {
  const names: string[] = [];
  const add = (pattern: Node): void =>
    walk(pattern, (at, skip) => {
      if (at.type === 'TSTypeAnnotation') return skip;
      if (at.type === 'Identifier') names.push(at.name);
      return undefined;
    });
  if (node.type === 'ForOfStatement' || node.type === 'ForInStatement') add(node.left);
  else if (node.type === 'ForStatement' && node.init) add(node.init);
  else if (node.type === 'CallExpression')
    node.arguments
      .slice(0, 2)
      .filter((each) => isFunction(each))
      .forEach((callback) => callback.params.forEach(add));
  return names;
}

/** Whether an expression depends on the thing in hand: by the loop's variable, or by what the body makes of it. */
export function dependsOn(node: Node, loop: Loop, hops = 0): boolean {
  const names = new Set(variablesOf(loop));
  const state = { found: false };
  walk(node, (at, skip) => {
    if (state.found) return skip;
    if (
      at.type !== 'Identifier' ||
      (at.parent.type === 'MemberExpression' && at.parent.property === at && !at.parent.computed)
    )
      return undefined;
    if (names.has(at.name)) state.found = true;
    else if (hops < 4) {
      const binding = getBinding(at);
      if (
        binding.kind === 'value' &&
        binding.init &&
        isInside(binding.init, loop.body) &&
        !isInside(binding.init, node)
      )
        state.found = dependsOn(binding.init, loop, hops + 1);
      else if (binding.kind === 'element' && isInside(binding.of, loop.body))
        state.found = dependsOn(binding.of, loop, hops + 1);
    }
    return undefined;
  });
  return state.found;
}

/** A `while` that works off a list which its body doesn't fill from anywhere: `while (queue.length > 0)`. */
export function isWorkingOff({ node, body }: Loop): boolean {
  if (node.type !== 'WhileStatement') return false;
  const test = /(\w+) \.(?:length|size)/.exec(sourceOf(node.test).replaceAll(/(\.\w+) (\w+)/g, '$2 $1'));
  if (!test) return false;
  const state = { isTaken: false, isRefilled: false };
  walk(body, (at) => {
    if (at.type === 'CallExpression' && /^(?:shift|pop)$/.test(calleeName(at) ?? '')) state.isTaken = true;
    if (at.type === 'AssignmentExpression' && at.left.type === 'Identifier' && at.left.name === test[1])
      state.isRefilled = true;
  });
  return state.isTaken && !state.isRefilled;
}

/** Whether a loop is one step of a loop over parts: `for (const chunk of chunks) await Promise.all(chunk.map(…))`. */
export function isChunked(loop: Loop): boolean {
  for (let outer = findLoop(loop.node); outer; outer = findLoop(outer.node))
    if (outer.kind !== 'while' && isBounded(outer) && !isFixedLoop(outer)) return true;
  return false;
}

const isFixedLoop = ({ over }: Loop): boolean => over !== null && isFixed(over);
