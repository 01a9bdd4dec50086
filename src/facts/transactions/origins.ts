import type { Variable } from '@typescript-eslint/scope-manager';

import { fileOf } from '../../model/file.js';
import type { Query } from '../../model/query.js';
import type { ClientOrigin } from '../../model/transaction.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, isFunction, memberName, outward, unwrapAwait } from '../../syntax/nodes.js';
import { allWrites, findVariable, getVariableBinding, type Binding } from '../bindings.js';
import { denote, findInstance, rowOf } from '../entities.js';
import { argumentAt } from '../values.js';

const MAX_HOPS = 12;

/** The names of clients that a running transaction may be looked up by. */
const CONTEXT = /getStore\(|AsyncLocalStorage|\bcls\b|getContext\(|currentTransaction|txHost|TransactionHost/i;

/** The expression at the root of a client: `db` of `db.withSchema('x')`, `manager` of `manager.getRepository(User)`. */
export function rootOf(node: Node): Node {
  let current = unwrapAwait(node);
  for (let hops = 0; hops < 30; hops++) {
    if (current.type === 'MemberExpression') {
      if (unwrapAwait(current.object).type === 'ThisExpression') return current;
      current = unwrapAwait(current.object);
    } else if (current.type === 'CallExpression') {
      if (calleeName(current) === 'withRepository' && current.callee.type !== 'MemberExpression') return current;
      const callee = unwrapAwait(current.callee);
      if (callee.type !== 'MemberExpression' || isAcquired(current) || isRunning(current)) return current;
      current = unwrapAwait(callee.object);
    } else if (current.type === 'TaggedTemplateExpression') current = unwrapAwait(current.tag);
    else return current;
  }
  return current;
}

/** Whether a call gives a connection, session or transaction of one's own. */
export function isAcquired(call: TSESTree.CallExpression): boolean {
  const row = rowOf(denote(call.callee));
  if (!row?.returns) return false;
  if (row.step === 'acquire' || row.step === 'begin') return true;
  // `await knex.transaction()`, `await sequelize.transaction()`
  const takesBody = Object.values(row.callbacks ?? {}).some(({ transaction }) => transaction !== undefined);
  return (takesBody && !call.arguments.some((argument) => isFunction(argument))) || calleeName(call) === 'fork';
}

/** `this.prisma.txClient()`: asked for by name, it is the running transaction's where there is one. */
export const isRunning = (call: TSESTree.CallExpression): boolean =>
  /^(?:(?:get|current)?(?:tx|trx|transaction)(?:al)?(?:Client|Manager|Host|Connection|Context)?|getCurrent(?:Tx|Transaction)\w*)$/i.test(
    calleeName(call) ?? '',
  ) && call.arguments.length === 0;

/** Where the client behind an expression comes from; null where it can't be known. */
export function originOf(node: Node, hops = 0): ClientOrigin | null {
  if (hops > MAX_HOPS) return null;
  const root = rootOf(node);
  switch (root.type) {
    case 'Identifier': {
      const variable = findVariable(root);
      const origin: ClientOrigin | null = variable
        ? originOfBinding(getVariableBinding(variable), variable, hops)
        : { kind: 'outer' };
      return origin?.kind === 'parameter' ? { ...origin, path: [...origin.path, ...pathFrom(root, node)] } : origin;
    }
    case 'MemberExpression': {
      const name = memberName(root);
      return name === null || CONTEXT.test(name) ? null : { kind: 'field', name };
    }
    case 'LogicalExpression':
      return either(originOf(root.left, hops + 1), originOf(root.right, hops + 1));
    case 'ConditionalExpression':
      return either(originOf(root.consequent, hops + 1), originOf(root.alternate, hops + 1));
    case 'NewExpression': {
      // `new sql.Request(transaction)`, `new OrderRepository(tx)`: what it is made with.
      const [first] = root.arguments;
      const given = first && first.type !== 'SpreadElement' && first.type !== 'ObjectExpression' ? denote(first) : null;
      return given?.kind === 'instance' && given.type.library.kind === 'data'
        ? originOf(first!, hops + 1)
        : { kind: 'outer' };
    }
    case 'CallExpression': {
      if (isAcquired(root) || isRunning(root)) return null;
      const callee = denote(root.callee);
      if (callee?.kind !== 'function')
        return callee?.kind === 'export' || callee?.kind === 'method' ? { kind: 'outer' } : null;
      // `getDb()`: an own function; what it takes from an asynchronous context may be a transaction.
      const file = fileOf(callee.node);
      const text = file.text.slice(callee.node.range[0], callee.node.range[1]);
      return root.arguments.length > 0 || CONTEXT.test(text) ? null : { kind: 'outer' };
    }
    default:
      return null;
  }
}

/** The properties read on the way from a parameter to the client: `state`, `transaction` of `ctx.state.transaction`. */
function pathFrom(root: Node, node: Node): string[] {
  const path: string[] = [];
  for (let at = root; at !== node && path.length < 4;) {
    const parent = outward(at);
    if (parent?.type !== 'MemberExpression' || unwrapAwait(parent.object) !== at) break;
    const name = memberName(parent);
    // From the client on, what is read are its own members.
    if (name === null || findInstance(denote(at))?.type.library.kind === 'data') break;
    // A method that is called: the object before it is the client.
    const use = outward(parent);
    if (use?.type === 'CallExpression' && unwrapAwait(use.callee) === parent) break;
    path.push(name);
    at = parent;
  }
  return path;
}

/** One of two: a parameter with an outer client to fall back on, or the one thing that both are. */
function either(left: ClientOrigin | null, right: ClientOrigin | null): ClientOrigin | null {
  if (!left || !right) return null;
  if (left.kind === right.kind && left.kind !== 'parameter') return left;
  const parameter = left.kind === 'parameter' ? left : right.kind === 'parameter' ? right : null;
  const other = parameter === left ? right : left;
  return parameter && (other.kind === 'outer' || other.kind === 'field') ? { ...parameter, falls: true } : null;
}

function originOfBinding(binding: Binding, variable: Variable, hops: number): ClientOrigin | null {
  switch (binding.kind) {
    case 'import':
    case 'class':
      return { kind: 'outer' };
    case 'parameter': {
      const at = binding.fn.params[binding.index];
      const isDefaulted = binding.fallback !== null || (binding.path.length === 0 && at?.type === 'AssignmentPattern');
      return { kind: 'parameter', fn: binding.fn, index: binding.index, path: binding.path, falls: isDefaulted };
    }
    case 'value': {
      // `let trx: Transaction | undefined = undefined`, given its value later.
      const sources =
        binding.init && !isNothing(binding.init)
          ? [binding.init]
          : allWrites(variable).filter((each) => !isNothing(each));
      const source = sources[0];
      if (!source || sources.length > 1) return null;
      const value = unwrapAwait(source);
      if (value.type === 'CallExpression' && isAcquired(value)) return { kind: 'own', variable };
      const origin = originOf(value, hops + 1);
      if (binding.path.length === 0)
        return isModuleLevel(variable) && origin?.kind !== 'own' ? { kind: 'outer' } : origin;
      // `const { transaction } = ctx.state`, `const { prisma } = this`
      if (value.type === 'ThisExpression') return { kind: 'field', name: binding.path[0]! };
      if (origin?.kind === 'parameter')
        return { ...origin, path: [...origin.path, ...binding.path], falls: origin.falls || binding.fallback !== null };
      return origin?.kind === 'outer' || isModuleLevel(variable) ? { kind: 'outer' } : null;
    }
    default:
      return null;
  }
}

export const isNothing = (node: Node): boolean =>
  (node.type === 'Identifier' && node.name === 'undefined') || (node.type === 'Literal' && node.value === null);

export const isModuleLevel = (variable: Variable): boolean =>
  variable.scope.type === 'module' || variable.scope.type === 'global';

/**
 * Through which client a query goes, and the expression that names it; for libraries that take the transaction call by
 * call, where the token that it is handed comes from: `absent` where it is handed none.
 */
export interface QueryClient {
  readonly root: Node | null;
  readonly origin: ClientOrigin | null | 'absent';
  readonly joins: 'client' | 'option';
}

/** Links that hand a query its transaction: Knex' and Objection's `transacting`, Mongoose's `session`. */
const HANDING = /^(?:transacting|session|setQueryRunner|setClientSession|withTransaction|\$session)$/;

export function clientOf(query: Query): QueryClient {
  const { start, row, links } = query;
  const handing = links.find(({ name }) => HANDING.test(name));
  if (handing) {
    const given = handing.call.arguments[0];
    return { root: given ?? null, origin: given ? originOf(given) : null, joins: 'option' };
  }
  if (row.transaction && start.type === 'CallExpression') return handedOver(start, row.transaction);
  if (start.type === 'TaggedTemplateExpression') {
    // Kysely's `sql` template is sent by the client that it is executed on.
    const run = query.library.name === 'kysely' ? links.find(({ name }) => name === 'execute') : undefined;
    if (query.library.name === 'kysely') {
      const given = run?.call.arguments[0];
      return { root: given ?? null, origin: given ? originOf(given) : null, joins: 'client' };
    }
    return { root: rootOf(start.tag), origin: originOf(start.tag), joins: 'client' };
  }
  return { root: rootOf(start.callee), origin: originOf(start.callee), joins: 'client' };
}

function handedOver(call: TSESTree.CallExpression, positions: readonly string[]): QueryClient {
  let unknown: Node | null = null;
  for (const position of positions) {
    const given = argumentAt(call, position);
    if (given === 'unknown') unknown ??= argumentOf(call, position);
    else if (given !== 'absent') {
      return { root: given, origin: isNothing(given) ? null : originOf(given), joins: 'option' };
    }
  }
  if (!unknown) return { root: null, origin: 'absent', joins: 'option' };
  // The options as a whole come from elsewhere: `create(data, options)`.
  const origin = originOf(unknown);
  const name = positions[0]!.split('.').slice(1);
  return {
    root: unknown,
    origin: origin?.kind === 'parameter' ? { ...origin, path: [...origin.path, ...name] } : null,
    joins: 'option',
  };
}

function argumentOf(call: TSESTree.CallExpression, position: string): Node | null {
  const index = Number(position.split('.')[0]);
  const given = call.arguments[index < 0 ? call.arguments.length + index : index];
  return given && given.type !== 'SpreadElement' ? given : null;
}
