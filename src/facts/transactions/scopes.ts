import { fileOf, type BackendFile } from '../../model/file.js';
import type { CallbackRow, Library } from '../../model/library.js';
import type { ClientOrigin, TransactionScope } from '../../model/transaction.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, decoratorName, isFunction, isInside, receiverOf, unwrapAwait } from '../../syntax/nodes.js';
import { findVariable } from '../bindings.js';
import { denote, findInstance, libraryOf, rowOf } from '../entities.js';
import { namesFor } from '../scope.js';
import { givenScopes } from './given.js';
import { joinOf } from './joins.js';
import { manualScopes } from './manual.js';
import { originOf, rootOf } from './origins.js';
import { wrapperScope } from './wrappers.js';

/** Every stretch of a file's code that runs inside a transaction, in source order. */
export const transactionsOf = (file: BackendFile): readonly TransactionScope[] => file.memo(findTransactions);

function findTransactions(file: BackendFile): TransactionScope[] {
  const scopes = [...ownTransactionsOf(file), ...wrappedScopes(file), ...decoratedScopes(file)];
  scopes.push(...givenScopes(file, scopes));
  return scopes.sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1]);
}

/** Those that the file opens by a library's means: in its callback, or by hand. */
export const ownTransactionsOf = (file: BackendFile): readonly TransactionScope[] => file.memo(findOwn);

const findOwn = (file: BackendFile): TransactionScope[] => [...callbackScopes(file), ...manualScopes(file)];

/** The innermost transaction that a node runs in, by its place in the code. */
export function scopeAt(node: Node): TransactionScope | null {
  let found: TransactionScope | null = null;
  for (const scope of transactionsOf(fileOf(node)))
    if (scope.range[0] <= node.range[0] && node.range[1] <= scope.range[1] && isRunIn(node, scope)) found = scope;
  return found;
}

/** Whether a node inside the text of a scope runs there: what is handed to timers and event handlers runs later. */
function isRunIn(node: Node, scope: TransactionScope): boolean {
  for (let up = node.parent; up && up !== scope.body; up = up.parent) {
    if (!isFunction(up)) continue;
    const call = up.parent;
    if (call.type !== 'CallExpression' || !call.arguments.includes(up as TSESTree.CallExpressionArgument)) continue;
    if (LATER.test(calleeName(call) ?? '')) return false;
  }
  return true;
}

const LATER =
  /^(?:setTimeout|setImmediate|setInterval|nextTick|queueMicrotask|on|once|addListener|addEventListener|waitUntil|after|afterCommit|defer\w*|onCommit|onSuccess)$/;

function* callbackScopes(file: BackendFile): Generator<TransactionScope> {
  for (const name of namesFor(file, 'callbacks'))
    for (const call of file.index.calls.get(name) ?? []) {
      if (!call.arguments.some(mayRun)) continue;
      const scope = callbackScope(call, file);
      if (scope) yield scope;
    }
}

function* wrappedScopes(file: BackendFile): Generator<TransactionScope> {
  for (const [name, calls] of file.index.calls) {
    if (!WRAPPERS.test(name)) continue;
    for (const call of calls) {
      const scope = call.arguments.some(isFunction) ? wrapperScope(call) : null;
      if (scope) yield scope;
    }
  }
}

const mayRun = (node: Node): boolean =>
  isFunction(node) || node.type === 'Identifier' || node.type === 'MemberExpression';

/** Names that own functions which open a transaction have. */
const WRAPPERS =
  /transact|(?:^|[a-z])[tT]x\b|[tT]x$|atomic|unitOfWork|withClient|withSession|withConnection|inTrx|Trx$/i;

function callbackScope(call: TSESTree.CallExpression, file: BackendFile): TransactionScope | null {
  const callee = denote(call.callee);
  const row = rowOf(callee);
  const library = libraryOf(callee);
  if (!row?.callbacks || !library) return null;
  for (const [position, callback] of Object.entries(row.callbacks)) {
    if (callback.transaction === undefined) continue;
    const given = call.arguments.at(Number(position));
    if (!given || given.type === 'SpreadElement') continue;
    const body = functionOf(given, file);
    if (body) return scopeOf(call, body, callback, library, file);
  }
  return null;
}

function functionOf(node: Node, file: BackendFile): FunctionNode | null {
  const own = unwrapAwait(node);
  if (isFunction(own)) return own;
  const entity = denote(own);
  return entity?.kind === 'function' && fileOf(entity.node) === file ? entity.node : null;
}

function scopeOf(
  call: TSESTree.CallExpression,
  body: FunctionNode,
  { transaction: index = 0 }: CallbackRow,
  library: Library,
  file: BackendFile,
): TransactionScope {
  const opener = receiverOf(call);
  const parameter = index < 0 ? undefined : body.params[index];
  const id = parameter?.type === 'Identifier' ? parameter : null;
  const type = parameter ? (findInstance(denote(parameter))?.type ?? null) : null;
  const tokens: ClientOrigin[] = [];
  if (index >= 0) tokens.push({ kind: 'parameter', fn: body, index, path: [], falls: false });
  // A session is the same inside: `session.withTransaction(async () => …)`.
  const owner = opener && findInstance(denote(opener));
  const isSession = owner?.type.id.endsWith('.Session') === true;
  const own = opener && isSession ? originOf(opener) : null;
  if (own) tokens.push(own);
  const root = opener && rootOf(opener);
  const named = id ?? (isSession && root?.type === 'Identifier' ? root : null);
  return {
    library,
    form: 'callback',
    joins: index < 0 ? 'ambient' : joinOf(library, owner?.type ?? null, file),
    opening: call,
    body,
    range: body.range,
    variable: named && findVariable(named),
    client: named?.name ?? null,
    type: type ?? (isSession ? owner.type : null),
    tokens,
    opener,
  };
}

/** `@Transactional()` of typeorm-transactional, MikroORM or nestjs-cls: the transaction stands in the context. */
function* decoratedScopes(file: BackendFile): Generator<TransactionScope> {
  for (const owner of file.index.classes)
    for (const member of owner.body.body) {
      if (member.type !== 'MethodDefinition' || member.value.type !== 'FunctionExpression') continue;
      const decorator = member.decorators.find((each) => /^Transaction(?:al)?$/.test(decoratorName(each) ?? ''));
      if (!decorator) continue;
      yield {
        library: UNKNOWN,
        form: 'decorator',
        joins: 'ambient',
        opening: decorator,
        body: member.value,
        range: member.value.range,
        variable: null,
        client: null,
        type: null,
        tokens: [],
        opener: null,
      };
    }
}

/** A decorator tells no library. */
const UNKNOWN: Library = { name: 'transactional', kind: 'data', modules: [], exports: {} };

/** Whether a value of that origin stands inside the transaction. */
export function isToken(origin: ClientOrigin, scope: TransactionScope): boolean {
  return scope.tokens.some((token) => isSameOrigin(token, origin));
}

export function isSameOrigin(a: ClientOrigin, b: ClientOrigin): boolean {
  switch (a.kind) {
    case 'own':
      return b.kind === 'own' && a.variable === b.variable;
    case 'parameter':
      return b.kind === 'parameter' && a.fn === b.fn && a.index === b.index && a.path.join('.') === b.path.join('.');
    case 'field':
      return b.kind === 'field' && a.name === b.name;
    default:
      return b.kind === 'outer';
  }
}

/** The call that sends a list of queries, this one among them, as one transaction: `$transaction([…])`, `db.batch([…])`. */
export function listRound(node: Node): TSESTree.CallExpression | null {
  for (let up = node.parent, hops = 0; up && hops < 12; up = up.parent, hops++) {
    if (up.type !== 'CallExpression' || !/^(?:\$transaction|batch|transaction|bulkWrite)$/.test(calleeName(up) ?? ''))
      continue;
    if (up.arguments.some((argument) => isInside(node, argument) && !isFunction(argument))) return up;
  }
  return null;
}

/** Whether a query is one of a list that is sent as one transaction. */
export const isInList = (node: Node): boolean => listRound(node) !== null;
