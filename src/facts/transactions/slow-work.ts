import type { EffectKind } from '../../model/effect.js';
import type { BackendFile } from '../../model/file.js';
import type { TransactionScope } from '../../model/transaction.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, isInside, memberName, outward } from '../../syntax/nodes.js';
import { fileOf, sourceText } from '../../model/file.js';
import { allCalled, effectsOf } from '../effects.js';
import { outsideEffectsOf } from '../effects/outside.js';
import { denote } from '../entities.js';
import { outgoingOf } from '../outgoing/calls.js';
import { scopeAt, transactionsOf } from './scopes.js';

/** Work inside a transaction that waits for something else than its database. */
export interface SlowWork {
  readonly node: Node;
  readonly does: EffectKind | 'sleep';
  readonly scope: TransactionScope;
  /** Where it happens, when a function that is called does it. */
  readonly inside: { readonly node: Node; readonly file: BackendFile } | null;
}

interface Found {
  readonly node: Node;
  readonly does: SlowWork['does'];
}

const MAX_DEPTH = 4;
const SLOW: ReadonlySet<string> = new Set(['charge', 'send', 'enqueue', 'publish', 'call', 'upload']);

/** The slow work in a file's transactions, in source order. */
export function* slowWorkOf(file: BackendFile): Generator<SlowWork> {
  const told = new Set<Node>();
  for (const scope of transactionsOf(file)) {
    const isIn = (node: Node): boolean =>
      scope.range[0] <= node.range[0] && node.range[1] <= scope.range[1] && scopeAt(node) === scope && !told.has(node);
    for (const { node, does } of slowIn(file))
      if (isIn(node)) {
        told.add(node);
        yield { node, does, scope, inside: null };
      }
    for (const { call, target } of allCalled(scope.body, file)) {
      if (!isIn(call) || isLeftRunning(call)) continue;
      const found = firstIn(target, MAX_DEPTH, new Set());
      if (!found) continue;
      told.add(call);
      yield { node: call, does: found.does, scope, inside: { node: found.node, file: fileOf(found.node) } };
    }
  }
}

/** What one file does of the kind, wherever: outgoing calls, mail, queues, sleeps. Redis and the like answer at once. */
const slowIn = (file: BackendFile): readonly Found[] => file.memo(findSlow);

function findSlow(file: BackendFile): Found[] {
  const found: Found[] = [];
  for (const { node, kind } of outsideEffectsOf(file))
    if (SLOW.has(kind) && !isLeftRunning(node)) found.push({ node, does: kind });
  for (const { node } of outgoingOf(file))
    if (!found.some((each) => each.node === node) && !isLeftRunning(node)) found.push({ node, does: 'call' });
  for (const name of ['sleep', 'delay', 'setTimeout', 'wait'])
    for (const call of file.index.calls.get(name) ?? [])
      if (outward(call)?.type === 'AwaitExpression' && isTimer(call)) found.push({ node: call, does: 'sleep' });
  // `new Promise((resolve) => setTimeout(resolve, 1000))`, awaited here or given back to who awaits it.
  for (const made of file.index.news)
    if (calleeName(made) === 'Promise' && /\bsetTimeout\(\s*\w+\s*,/.test(sourceText(made)) && isWaited(made))
      found.push({ node: made, does: 'sleep' });
  for (const name of INGESTS)
    for (const call of file.index.calls.get(name) ?? [])
      if (outward(call)?.type === 'AwaitExpression' && isAnalytics(call, file))
        found.push({ node: call, does: 'call' });
  for (const [name, calls] of file.index.calls) {
    const does = /(?:Job|Task)s?$/.test(name) ? 'enqueue' : 'send';
    if (!HANDED_ON.test(name)) continue;
    for (const call of calls)
      if (outward(call)?.type === 'AwaitExpression' && isOwnClient(call)) found.push({ node: call, does });
  }
  return found.sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** Names of methods of own job clients and mailers: `jobs.triggerJob(…)`, `this.mailer.sendEmail(…)`. */
const HANDED_ON =
  /^(?:(?:trigger|enqueue|dispatch|schedule|publish)(?:Job|Task)s?|send(?:E?[mM]ail|Mail|Sms|SMS|PushNotification|Webhook)s?)$/;
const CLIENTS = /jobs?(?:client|service|queue)?$|queue|mail|sms|push|notifi|webhook|dispatcher/i;
const TRANSACTIONS = /^(?:tx|trx|txn|t|transaction|session|manager|em|client)$/;

const isWaited = (node: Node): boolean =>
  /^(?:AwaitExpression|ReturnStatement|ArrowFunctionExpression)$/.test(outward(node)?.type ?? '');

/** What hands events to an analytics service, and waits until it has them. */
const INGESTS = ['track', 'identify', 'captureImmediate', 'captureException', 'flush', 'closeAndFlush', 'ingest'];
const ANALYTICS = /posthog|segment|analytics|mixpanel|amplitude|rudder|tinybird/i;

/** Whether a call is one of an analytics service's client, of a package that the project has. */
function isAnalytics({ callee }: TSESTree.CallExpression, file: BackendFile): boolean {
  if (callee.type !== 'MemberExpression' || denote(callee)?.kind === 'function') return false;
  const { object } = callee;
  const owner =
    object.type === 'MemberExpression' ? memberName(object) : object.type === 'Identifier' ? object.name : null;
  if (owner === null || !ANALYTICS.test(owner)) return false;
  return [...(file.project.dependenciesOf(file.path) ?? [])].some((name) => ANALYTICS.test(name));
}

/**
 * Whether a call is one of a client of the project's own, whose implementation is chosen when it runs. One that is handed
 * the transaction, or that is seen to write rows, is a queue in the same database.
 */
function isOwnClient(call: TSESTree.CallExpression): boolean {
  if (call.callee.type !== 'MemberExpression') return false;
  const { object } = call.callee;
  const owner =
    object.type === 'MemberExpression' ? memberName(object) : object.type === 'Identifier' ? object.name : null;
  if (owner === null || !CLIENTS.test(owner)) return false;
  if (call.arguments.some((each) => each.type === 'Identifier' && TRANSACTIONS.test(each.name))) return false;
  const callee = denote(call.callee);
  return callee?.kind === 'function' && effectsOf(callee.node).effects.length === 0;
}

/** `await setTimeout(1000)` of node:timers/promises, or an own `sleep(ms)`. */
function isTimer(call: TSESTree.CallExpression): boolean {
  if (calleeName(call) === 'setTimeout' && denote(call.callee)?.kind !== 'export') return false;
  const [first] = call.arguments;
  return (
    call.arguments.length === 1 &&
    first !== undefined &&
    first.type !== 'SpreadElement' &&
    first.type !== 'ArrowFunctionExpression'
  );
}

/** Whether nobody waits for it there: the transaction goes on meanwhile. */
function isLeftRunning(node: Node): boolean {
  const holder = outward(node);
  return holder?.type === 'ExpressionStatement' || (holder?.type === 'UnaryExpression' && holder.operator === 'void');
}

const firsts = new WeakMap<FunctionNode, Found | null>();

/** The first slow work of a function, or of those that it calls. */
function firstIn(fn: FunctionNode, depth: number, open: Set<FunctionNode>): Found | null {
  const known = firsts.get(fn);
  if (known !== undefined) return known;
  if (open.has(fn)) return null;
  open.add(fn);
  const file = fileOf(fn);
  let found = slowIn(file).find(({ node }) => isInside(node, fn)) ?? null;
  if (!found && depth > 0)
    for (const { call, target } of allCalled(fn, file)) {
      if (isLeftRunning(call)) continue;
      found = firstIn(target, depth - 1, open);
      if (found) break;
    }
  if (found || open.size === 1) firsts.set(fn, found);
  open.delete(fn);
  return found;
}

/** The first work of a function, or of those that it calls, that waits for something else than its database; or null. */
export const findSlowWorkIn = (fn: FunctionNode): Node | null => firstIn(fn, MAX_DEPTH, new Set())?.node ?? null;
