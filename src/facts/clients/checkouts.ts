import type { TSESTree } from '@typescript-eslint/utils';

import { type BackendFile, sourceText } from '../../model/file.js';
import type { FunctionNode, Node } from '../../syntax/ast.js';
import {
  calleeName,
  closest,
  enclosingFunction,
  outward,
  receiverOf,
  unwrap,
  unwrapAwait,
} from '../../syntax/nodes.js';
import { allReturns } from '../../syntax/walk.js';
import { findVariable } from '../bindings.js';
import { controlFlowOf, findPathWithout } from '../control-flow.js';
import { denote, findCalled, rowOf } from '../entities.js';
import { namesFor } from '../scope.js';
import { follow } from '../values.js';

/** A connection or session taken from a pool that some way through the function doesn't give back. */
export interface Leak {
  readonly call: TSESTree.CallExpression;
  /** The variable that holds it. */
  readonly name: string;
  /** What gives it back: `release`, `endSession`. */
  readonly release: string;
  /** Nothing gives it back at all, or an error or early `return` goes past what does. */
  readonly how: 'never' | 'throw' | 'return';
  readonly fn: FunctionNode;
}

const RELEASES: Readonly<Record<string, string>> = { startSession: 'endSession' };
const RELEASING = /^(?:release|endSession|destroy|end|close|releaseConnection|\$disconnect|dispose)$/;

/** The checkouts of a file that are not given back on every way. */
export const leaksOf = (file: BackendFile): readonly Leak[] => file.memo(findLeaks);

function findLeaks(file: BackendFile): Leak[] {
  const leaks: Leak[] = [];
  for (const name of namesFor(file, 'step'))
    for (const call of file.index.calls.get(name) ?? []) {
      // With a callback the client is handed to it.
      if (!isCheckout(call)) continue;
      const leak = leakOf(call, name);
      if (leak) leaks.push(leak);
    }
  for (const { init } of file.index.declarators) {
    const call = init && unwrapAwait(init);
    const made = call?.type === 'CallExpression' ? checkoutIn(call) : null;
    const leak = made !== null && call?.type === 'CallExpression' ? leakOf(call, made) : null;
    if (leak) leaks.push(leak);
  }
  return leaks;
}

function isCheckout(call: TSESTree.CallExpression): boolean {
  const row = rowOf(denote(call.callee));
  return row?.step === 'acquire' && row.returns !== undefined;
}

/** What a function of the project takes out of a pool and gives back to its caller: `const checkout = () => pool.connect()`. */
function checkoutIn(call: TSESTree.CallExpression): string | null {
  const fn = findCalled(call);
  if (!fn || !/\b(?:connect|getConnection|createQueryRunner|startSession)\s*\(/.test(sourceText(fn))) return null;
  for (const returned of allReturns(fn)) {
    const value = unwrapAwait(follow(returned));
    if (value.type === 'CallExpression' && isCheckout(value)) return calleeName(value);
  }
  return null;
}

function leakOf(call: TSESTree.CallExpression, made: string): Leak | null {
  const fn = enclosingFunction(call);
  const name = nameOf(call);
  if (!fn || name === null) return null;
  const variable = findVariable(name);
  if (!variable || call.arguments.some((each) => /Function/.test(unwrap(each).type))) return null;
  // A variable of an outer scope is kept on purpose.
  if (
    closest(variable.defs[0]!.node as Node, 'FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression') !==
    fn
  )
    return null;
  const uses = variable.references.filter((each) => each.isRead()).map(({ identifier }) => identifier as Node);
  if (uses.some((use) => isKept(use, fn))) return null;
  const releases = new Set<Node>();
  for (const use of uses) for (const release of releasesAt(use)) releases.add(release);
  const release = RELEASES[made] ?? 'release';
  if (releases.size === 0) return { call, name: name.name, release, how: 'never', fn };
  // `if (client) client.release()`: whether it is there is known at run time only.
  if ([...releases].some((each) => isConditional(each, name.name))) return null;
  const path = findPathWithout(controlFlowOf(fn), call, (node) => releases.has(unwrap(node)) || releases.has(node), {
    throws: (node) => (node.type === 'AwaitExpression' && !isOpening(node.argument)) || node.type === 'ThrowStatement',
  });
  return path && { call, name: name.name, release, how: path.how, fn };
}

/**
 * `await runner.connect()`, `await runner.startTransaction()`, `await client.query('BEGIN')`: where these fail, the client is
 * no good any more. TypeORM's own documentation has them before the `try`: https://typeorm.io/docs/query-runner
 */
const isOpening = (node: Node): boolean => {
  const call = unwrap(node);
  if (call.type !== 'CallExpression') return false;
  const [first] = call.arguments;
  return (
    /^(?:connect|startTransaction|beginTransaction|begin)$/.test(calleeName(call) ?? '') ||
    (first?.type === 'Literal' && /^\s*begin\b/i.test(String(first.value)))
  );
};

/** The variable that the checked-out client is put into. */
function nameOf(call: TSESTree.CallExpression): TSESTree.Identifier | null {
  let up = outward(call);
  if (up?.type === 'AwaitExpression') up = outward(up);
  if (up?.type === 'VariableDeclarator' && up.id.type === 'Identifier')
    return up.parent.kind === 'const' || up.parent.kind === 'let' || up.parent.kind === 'var' ? up.id : null;
  return up?.type === 'AssignmentExpression' && up.left.type === 'Identifier' ? up.left : null;
}

/** Whether a use hands the client out of the function: returned, put into an object, kept in a field. */
function isKept(use: Node, fn: FunctionNode): boolean {
  // A closure may give it back later.
  if (enclosingFunction(use) !== fn && closest(use, 'ReturnStatement') !== null && !isReceiver(use)) return true;
  const up = outward(use);
  switch (up?.type) {
    case 'ReturnStatement':
    case 'ArrayExpression':
    case 'SpreadElement':
    case 'NewExpression':
      return true;
    case 'CallExpression':
      // `Promise.resolve(client)`, `resolve(client)`, `done(null, client)`
      return up.callee !== use && /^(?:resolve|callback|cb|done|next|set|push|add)$/.test(calleeName(up) ?? '');
    case 'ArrowFunctionExpression':
      return up.body === use;
    case 'Property': {
      const holder = outward(up.parent);
      // `{ session }` among a call's options only uses it.
      return (
        holder?.type !== 'CallExpression' ||
        (outward(holder)?.type === 'ReturnStatement' && /^(?:Object|create|make)/.test(calleeName(holder) ?? ''))
      );
    }
    case 'AssignmentExpression':
      return up.right === use;
    case 'VariableDeclarator':
      return up.init === use;
    case 'ConditionalExpression':
    case 'LogicalExpression':
      return up.type === 'ConditionalExpression' ? up.test !== use : up.right === use;
    default:
      return false;
  }
}

const isReceiver = (use: Node): boolean => {
  const up = outward(use);
  return up?.type === 'MemberExpression' && up.object === use;
};

/** The calls at a use that give the client back: its own `release()`, or a helper of the project that does. */
function releasesAt(use: Node): Node[] {
  const up = outward(use);
  if (up?.type === 'MemberExpression' && up.object === use) {
    const call = outward(up);
    if (call?.type !== 'CallExpression') return /^(?:release|endSession)$/.test(propertyName(up)) ? [call ?? up] : [];
    return RELEASING.test(calleeName(call) ?? '') ? [call, ...settledBy(call)] : [];
  }
  if (up?.type !== 'CallExpression' || up.callee === use) return [];
  // `pool.release(client)`, `cleanUp(client)`.
  if (/release|close|end|dispose|clean|finish|done|destroy/i.test(calleeName(up) ?? '')) return [up];
  const fn = findCalled(up);
  if (fn && /\.\s*(?:release|endSession|end|close)\s*\??\.?\(/.test(sourceText(fn))) return [up];
  return fn === null && receiverOf(up) === null ? [up] : [];
}

/** `await client.query(…).finally(() => client.release())`: the call that runs the release when its promise is settled. */
function settledBy(release: Node): Node[] {
  const fn = enclosingFunction(release);
  const holder = fn && outward(fn);
  return holder?.type === 'CallExpression' && calleeName(holder) === 'finally' ? [holder] : [];
}

const propertyName = (node: TSESTree.MemberExpression): string =>
  node.property.type === 'Identifier' ? node.property.name : '';

function isConditional(release: Node, name: string): boolean {
  if (release.type === 'CallExpression' && release.callee.type === 'MemberExpression' && release.callee.optional)
    return true;
  const test = closest(release, 'IfStatement')?.test ?? closest(release, 'LogicalExpression')?.left;
  return test !== undefined && new RegExp(`\\b${name}\\b`).test(sourceText(test));
}
