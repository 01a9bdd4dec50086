import { fileOf, isWithin } from '../../model/file.js';
import type { ClientOrigin, DatabaseUse } from '../../model/transaction.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { isInside, receiverOf, unwrapAwait } from '../../syntax/nodes.js';
import { findVariable, getVariableBinding } from '../bindings.js';
import { allCalled } from '../effects.js';
import { denote } from '../entities.js';
import { queriesOf } from '../queries.js';
import { argumentAt } from '../values.js';
import { clientOf, isModuleLevel, isNothing, originOf, rootOf } from './origins.js';
import { isToken, ownTransactionsOf, scopeAt } from './scopes.js';

/** How many calls deep uses are followed; more uses of one function than these are of no use to anybody. */
const MAX_DEPTH = 4;
const MAX_USES = 60;

const known = new WeakMap<FunctionNode, readonly DatabaseUse[]>();
const open = new Set<FunctionNode>();

/**
 * The queries that running a function makes through clients from outside of it (its parameters, its object's fields,
 * modules), directly or through the project's own functions, up to four calls deep. What stands in a transaction or on a
 * connection that the function opens itself is left out; the transaction counts as one use of what it is opened on.
 */
export function usesOf(fn: FunctionNode, depth = MAX_DEPTH): readonly DatabaseUse[] {
  const memo = known.get(fn);
  if (memo) return memo;
  if (open.has(fn)) return [];
  open.add(fn);
  const uses = [...makeUses(fn, depth)].slice(0, MAX_USES);
  open.delete(fn);
  if (depth === MAX_DEPTH || open.size === 0) known.set(fn, uses);
  return uses;
}

function* makeUses(fn: FunctionNode, depth: number): Generator<DatabaseUse> {
  const file = fileOf(fn);
  for (const query of queriesOf(file)) {
    if (!isInside(query.start, fn) || query.op === 'build' || query.proof === 'name') continue;
    const client = clientOf(query);
    const origin: ClientOrigin | null = client.origin === 'absent' ? { kind: 'outer' } : client.origin;
    if (!origin || isOwn(origin, query.start, fn)) continue;
    yield { library: query.library, origin, site: query.start, query, root: client.root, joins: client.joins };
  }
  for (const scope of ownTransactionsOf(file)) {
    if (!isInside(scope.opening, fn) || scope.body === fn || !scope.opener || scope.form !== 'callback') continue;
    const origin = originOf(scope.opener);
    if (origin && !isOwn(origin, scope.opening, fn))
      yield { library: scope.library, origin, site: scope.opening, query: null, root: scope.opener, joins: 'client' };
  }
  if (depth <= 0) return;
  for (const { call, target } of allCalled(fn, file)) {
    if (isHandedIn(call)) continue;
    for (const use of usesOf(target, depth - 1)) {
      const origin = use.origin && seenFrom(use, call, target);
      if (origin && !isOwn(origin, call, fn)) yield { ...use, origin, site: call };
    }
  }
}

/** Whether a client is the function's own: its connection, or that of a transaction that it opens. */
function isOwn(origin: ClientOrigin, at: Node, fn: FunctionNode): boolean {
  if (origin.kind === 'own') return true;
  if (origin.kind === 'parameter' && origin.fn !== fn && isWithin(origin.fn, fn)) return true;
  const scope = scopeAt(at);
  return scope !== null && scope.body !== fn && isWithin(scope.body, fn) && isToken(origin, scope);
}

/** Where a use of a called function goes, seen from the call; null where it can't be told. */
export function seenFrom(use: DatabaseUse, call: TSESTree.CallExpression, target: FunctionNode): ClientOrigin | null {
  const { origin } = use;
  if (!origin || origin.kind === 'own') return null;
  if (origin.kind === 'outer') return origin;
  if (origin.kind === 'field') return fieldSeenFrom(call);
  // A closure's: the same from everywhere.
  if (origin.fn !== target) return isWithin(target, origin.fn) ? origin : null;
  if (!isDirect(call, target)) return null;
  const given = argumentAt(call, [origin.index, ...origin.path].join('.'));
  if (given === 'unknown') return null;
  if (given === 'absent' || isNothing(given)) return origin.falls || use.joins === 'option' ? { kind: 'outer' } : null;
  return originOf(given);
}

/** Whether what is called is a parameter: a function that some caller handed in, one of many. */
export function isHandedIn(call: TSESTree.CallExpression): boolean {
  const variable = call.callee.type === 'Identifier' ? findVariable(call.callee) : null;
  return variable !== null && getVariableBinding(variable).kind === 'parameter';
}

/** Whether the call itself runs the function, and doesn't hand it on by name. */
export function isDirect(call: TSESTree.CallExpression, target: FunctionNode): boolean {
  const callee = denote(call.callee);
  return callee?.kind === 'function' && callee.node === target;
}

/** Whose fields a called method's are: this object's, those of something that lives long, or unknown. */
function fieldSeenFrom(call: TSESTree.CallExpression): ClientOrigin | null {
  const receiver = receiverOf(call);
  if (!receiver) return null;
  const root = rootOf(receiver);
  if (root.type === 'ThisExpression' || root.type === 'Super') return { kind: 'field', name: '' };
  if (root.type === 'MemberExpression') return originOf(root);
  if (root.type !== 'Identifier') return null;
  const variable = findVariable(root);
  if (!variable) return null;
  const binding = getVariableBinding(variable);
  if (binding.kind === 'import' || binding.kind === 'class' || isModuleLevel(variable)) return { kind: 'outer' };
  const made = binding.kind === 'value' && binding.init ? unwrapAwait(binding.init) : null;
  // `new OrderRepository()`: nothing was handed to it that could be a transaction.
  return made?.type === 'NewExpression' && made.arguments.length === 0 ? { kind: 'outer' } : null;
}
