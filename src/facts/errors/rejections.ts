import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, unwrap } from '../../syntax/nodes.js';
import { allEscapes, controlFlowOf } from '../control-flow.js';
import { findCalled } from '../entities.js';

/** Promises that don't reject of themselves: what waits for time, or takes every outcome. */
const SETTLED = /^(?:catch|allSettled|sleep|delay|wait|setTimeout|setImmediate|nextTick|then)$/;

const answers = new WeakMap<FunctionNode, Node | null>();

/** What of an async function may fail with nobody in the function to catch it; null where everything is caught. */
export function findRejection(fn: FunctionNode, hops = 0): Node | null {
  if (!fn.async || hops > 4) return null;
  const known = answers.get(fn);
  if (known !== undefined) return known;
  answers.set(fn, null);
  const found = allEscapes(controlFlowOf(fn)).find((node) => mayReject(node, fn, hops)) ?? null;
  answers.set(fn, found);
  return found;
}

function mayReject(node: Node, fn: FunctionNode, hops: number): boolean {
  if (node.type === 'ThrowStatement' || node.type === 'ForOfStatement') return true;
  if (node.type !== 'AwaitExpression') return false;
  const value = unwrap(node.argument);
  if (value.type !== 'CallExpression') return value.type !== 'Identifier' || !/sleep|delay/i.test(value.name);
  const name = calleeName(value) ?? '';
  if (SETTLED.test(name) && (name !== 'then' || value.arguments.length > 1)) return false;
  // A function of the project that catches all of its own.
  const called = findCalled(value);
  return (
    !called ||
    called === fn ||
    !called.async ||
    findRejection(called, hops + 1) !== null ||
    answers.get(called) === undefined
  );
}

/** The call of an async function that a plain function makes for itself alone: `() => refresh()`. `void refresh()` says that it is meant. */
export function findFloating(fn: FunctionNode): TSESTree.CallExpression | null {
  if (fn.async || fn.body.type === 'BlockStatement') return null;
  const call = unwrap(fn.body);
  if (call.type !== 'CallExpression') return null;
  const called = findCalled(call);
  return called && findRejection(called) ? call : null;
}
