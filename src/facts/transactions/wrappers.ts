import { fileOf, type BackendFile } from '../../model/file.js';
import type { TransactionScope } from '../../model/transaction.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { isFunction, isInside, receiverOf, unwrapAwait } from '../../syntax/nodes.js';
import { findVariable } from '../bindings.js';
import { denote, findInstance } from '../entities.js';
import { joinOf } from './joins.js';
import { originOf } from './origins.js';
import { isToken, ownTransactionsOf } from './scopes.js';

/** A function of the project that runs a function handed to it inside a transaction: `withTransaction(async (tx) => …)`. */
interface Wrapper extends Pick<TransactionScope, 'library' | 'joins' | 'type' | 'opener'> {
  /** Which of its parameters is the function. */
  readonly work: number;
  /** Which of that function's parameters is the client; -1: none. */
  readonly client: number;
}

const wrappers = new WeakMap<FunctionNode, Wrapper | null>();

function wrapperOf(fn: FunctionNode): Wrapper | null {
  const known = wrappers.get(fn);
  if (known !== undefined) return known;
  wrappers.set(fn, null);
  const wrapper = findWrapper(fn);
  wrappers.set(fn, wrapper);
  return wrapper;
}

function findWrapper(fn: FunctionNode): Wrapper | null {
  const file = fileOf(fn);
  for (const [work, parameter] of fn.params.entries()) {
    if (parameter.type !== 'Identifier') continue;
    for (const { identifier } of findVariable(parameter)?.references ?? []) {
      const id = identifier as Node;
      const call = id.parent;
      if (call?.type !== 'CallExpression') continue;
      const found = call.callee === id ? calledInside(call, fn, file) : handedOn(call, id, file);
      if (found) return { work, ...found };
    }
  }
  return null;
}

/** `work(client)`, between BEGIN and COMMIT or in a library's own callback. */
function calledInside(
  call: TSESTree.CallExpression,
  fn: FunctionNode,
  file: BackendFile,
): Omit<Wrapper, 'work'> | null {
  const scope = ownTransactionsOf(file).find(
    ({ opening, range }) => isInside(opening, fn) && range[0] <= call.range[0] && call.range[1] <= range[1],
  );
  if (!scope) return null;
  const client = call.arguments.findIndex((argument) => {
    const origin = argument.type === 'SpreadElement' ? null : originOf(argument);
    return origin !== null && isToken(origin, scope);
  });
  return { client, library: scope.library, joins: scope.joins, type: scope.type, opener: scope.opener };
}

/** `return prisma.$transaction(work)`. */
function handedOn(call: TSESTree.CallExpression, given: Node, file: BackendFile): Omit<Wrapper, 'work'> | null {
  const callee = denote(call.callee);
  if (callee?.kind !== 'method') return null;
  const index = call.arguments.findIndex((argument) => argument === given);
  const callback = callee.row.callbacks?.[String(index)];
  if (callback?.transaction === undefined) return null;
  const opener = receiverOf(call);
  const type = opener ? (findInstance(denote(opener))?.type ?? null) : null;
  const joins = callback.transaction < 0 ? 'ambient' : joinOf(callee.library, type, file);
  return { client: callback.transaction, library: callee.library, joins, type, opener };
}

/** The transaction that a call of an own wrapper runs its function in; null where it is none. */
export function wrapperScope(call: TSESTree.CallExpression): TransactionScope | null {
  const callee = denote(call.callee);
  const wrapper = callee?.kind === 'function' ? wrapperOf(callee.node) : null;
  const given = wrapper && call.arguments[wrapper.work];
  const body = given && unwrapAwait(given);
  if (!wrapper || !body || !isFunction(body)) return null;
  const parameter = wrapper.client < 0 ? undefined : body.params[wrapper.client];
  const id = parameter?.type === 'Identifier' ? parameter : null;
  return {
    library: wrapper.library,
    form: 'callback',
    // Without a client handed on, the transaction has to be found in the context.
    joins: wrapper.client < 0 ? 'ambient' : wrapper.joins,
    opening: call,
    body,
    range: body.range,
    variable: id && findVariable(id),
    client: id?.name ?? null,
    type: (id && findInstance(denote(id))?.type) ?? null,
    tokens: wrapper.client < 0 ? [] : [{ kind: 'parameter', fn: body, index: wrapper.client, path: [], falls: false }],
    opener: wrapper.opener,
  };
}
