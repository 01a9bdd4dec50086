import type { Library } from '../../model/library.js';
import { type BackendFile, fileOf, isWithin, sourceText } from '../../model/file.js';
import type { Query } from '../../model/query.js';
import type { ClientOrigin, DatabaseUse, TransactionScope } from '../../model/transaction.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { isInside, receiverOf, unwrapAwait } from '../../syntax/nodes.js';
import { allCalled } from '../effects.js';
import { writeOf } from '../effects/writes.js';
import { denote } from '../entities.js';
import { queriesOf } from '../queries.js';
import { argumentAt } from '../values.js';
import { associationCallsOf } from './associations.js';
import { clientOf, isNothing, originOf, rootOf } from './origins.js';
import { isToken, scopeAt, transactionsOf } from './scopes.js';
import { isDirect, isHandedIn, seenFrom, usesOf } from './uses.js';

/** Work inside the text of a transaction that the database sees outside of it. */
export type Escape =
  /** A query on another client than the transaction's. */
  | { readonly how: 'client'; readonly scope: TransactionScope; readonly query: Query; readonly root: Node }
  /** A query that isn't handed the transaction, at the position where it belongs. */
  | {
      readonly how: 'option';
      readonly scope: TransactionScope;
      readonly call: TSESTree.CallExpression;
      readonly positions: readonly string[];
    }
  /** An outer client handed to a function. */
  | {
      readonly how: 'argument';
      readonly scope: TransactionScope;
      readonly call: TSESTree.CallExpression;
      readonly argument: Node;
    }
  /** A function that would take the transaction, and isn't given it. */
  | {
      readonly how: 'missing';
      readonly scope: TransactionScope;
      readonly call: TSESTree.CallExpression;
      readonly parameter: Extract<ClientOrigin, { kind: 'parameter' }>;
      readonly use: DatabaseUse;
    }
  /** A function that uses an outer client in any case. */
  | {
      readonly how: 'function';
      readonly scope: TransactionScope;
      readonly call: TSESTree.CallExpression;
      readonly target: FunctionNode;
      readonly use: DatabaseUse;
    };

/** Everything in a file's transactions that escapes them, in source order. */
export function* escapesOf(file: BackendFile): Generator<Escape> {
  for (const scope of transactionsOf(file)) {
    if (scope.joins === 'ambient' || scope.form === 'decorator') continue;
    yield* fromQueries(scope, file);
    yield* fromCalls(scope, file);
  }
}

function* fromQueries(scope: TransactionScope, file: BackendFile): Generator<Escape> {
  for (const query of queriesOf(file)) {
    if (!isIn(query.start, scope) || query.proof === 'name' || !isSameLibrary(query.library, scope.library)) continue;
    if (query.op === 'build' || !query.run) continue;
    const { origin, root, joins } = clientOf(query);
    if (origin === 'absent') {
      // A request's transaction is for its writes; what is read on the side may stand outside.
      if (scope.form === 'given' && isOfRequest(scope) && !writeOf(query)) continue;
      if (query.start.type === 'CallExpression' && !remembersSession(query, scope))
        yield { how: 'option', scope, call: query.start, positions: query.row.transaction ?? [] };
    } else if (origin && root && joins === 'client' && isOutside(origin, scope) && isSameStore(root, scope))
      yield { how: 'client', scope, query, root };
  }
  if (scope.library.name === 'sequelize')
    for (const { call, position } of associationCallsOf(file))
      if (isIn(call, scope) && argumentAt(call, position) === 'absent')
        yield { how: 'option', scope, call, positions: [position] };
}

/** Whether the transaction is one that the request carries: `ctx.state.transaction`. */
const isOfRequest = ({ tokens }: TransactionScope): boolean =>
  tokens.some((token) => token.kind === 'parameter' && token.path.length > 1);

const isIn = (node: Node, scope: TransactionScope): boolean =>
  isInside(node, { range: scope.range } as unknown as Node) && scopeAt(node) === scope;

/** Mongoose's documents keep the session that they were read with. https://mongoosejs.com/docs/transactions.html */
function remembersSession(query: Query, scope: TransactionScope): boolean {
  if (scope.library.name !== 'mongoose' && query.library.name !== 'mongoose') return false;
  if (query.client?.type.id !== 'mongoose.Document' || query.start.type !== 'CallExpression') return false;
  const receiver = receiverOf(query.start);
  const record = receiver && denote(receiver);
  const at = record?.kind === 'instance' ? record.at : null;
  return !at || readsInSession(at, scope);
}

/** Whether a document was read inside (which is reported itself, if it has no session), or before with the session. */
function readsInSession(at: Node, { client, range }: TransactionScope): boolean {
  let whole = unwrapAwait(at);
  if (whole.type !== 'CallExpression' || at.range[0] > range[0]) return true;
  while (whole.parent.type === 'MemberExpression' && whole.parent.parent.type === 'CallExpression')
    whole = whole.parent.parent;
  return new RegExp(`\\b(?:session|${client ?? 'session'})\\b`, 'i').test(sourceText(whole));
}

const FAMILIES: readonly ReadonlySet<string>[] = [
  new Set(['knex', 'objection']),
  new Set(['mongoose', 'mongodb']),
  new Set(['pg', 'vercel-postgres', 'neon']),
];

const isSameLibrary = (a: Library, b: Library): boolean =>
  a.name === b.name || FAMILIES.some((family) => family.has(a.name) && family.has(b.name));

/** Whether a client of that origin isn't the transaction's. */
function isOutside(origin: ClientOrigin, scope: TransactionScope): boolean {
  if (isToken(origin, scope)) return false;
  switch (origin.kind) {
    case 'outer':
    case 'field':
      return true;
    case 'own':
      return false;
    case 'parameter': {
      if (origin.fn === scope.body) return scope.form === 'manual';
      if (!isWithin(scope.body, origin.fn)) return false;
      // A transaction inside another: the outer one's client is on the same connection.
      const outer = scopeAt(scope.opening);
      return !outer || !isToken(origin, outer);
    }
  }
}

/** Whether a client belongs to the database that the transaction is on; two clients made apart may be two databases. */
function isSameStore(root: Node, { opener }: TransactionScope): boolean {
  if (!opener) return true;
  const [a, b] = [madeAt(root), madeAt(rootOf(opener))];
  return !a || !b || a.kind !== b.kind || a.at === b.at;
}

function madeAt(node: Node): { readonly kind: string; readonly at: Node } | null {
  const entity = denote(node);
  if (entity?.kind === 'object') return { kind: 'object', at: entity.node };
  if (entity?.kind !== 'instance' || !entity.at) return null;
  const { at, type } = entity;
  // `new PrismaClient()`, `knex(config)`
  const isMade = at.type === 'NewExpression' || (at.type === 'CallExpression' && denote(at.callee)?.kind === 'export');
  return isMade ? { kind: type.id, at } : null;
}

function* fromCalls(scope: TransactionScope, file: BackendFile): Generator<Escape> {
  const seen = new Set<Node>();
  for (const { call, target } of allCalled(scope.body, file)) {
    if (seen.has(call) || !isIn(call, scope) || isHandedIn(call)) continue;
    const escape = escapeOfCall(call, target, scope);
    if (!escape) continue;
    seen.add(call);
    yield escape;
  }
}

function escapeOfCall(call: TSESTree.CallExpression, target: FunctionNode, scope: TransactionScope): Escape | null {
  let found: Escape | null = null;
  // Handed the transaction in some form, or a context that may carry it: what it does with it is its own affair.
  const carries = call.arguments.some((argument) => mayCarry(argument, scope));
  for (const use of usesOf(target)) {
    if (!isSameLibrary(use.library, scope.library) || !use.origin) continue;
    const { origin } = use;
    if (origin.kind === 'parameter' && origin.fn === target && isDirect(call, target)) {
      const given = argumentAt(call, [origin.index, ...origin.path].join('.'));
      if (given === 'unknown') continue;
      if (given === 'absent' || isNothing(given)) {
        if (!carries && (origin.falls || use.joins === 'option'))
          if (found?.how !== 'missing') found = { how: 'missing', scope, call, parameter: origin, use };
      } else {
        const from = originOf(given);
        if (from && isOutside(from, scope) && isSameStore(rootOf(given), scope))
          return { how: 'argument', scope, call, argument: given };
      }
      continue;
    }
    if (carries || (use.query && !writeOf(use.query) && !isSeenRead(use.query, call, target, scope))) continue;
    const from = seenFrom(use, call, target);
    if (!from || !isOutside(from, scope) || (use.root && !isSameStore(use.root, scope))) continue;
    found ??= { how: 'function', scope, call, target, use };
  }
  return found;
}

/**
 * Whether a read that a function makes is worth a word: it holds a second connection while the transaction holds its own.
 * Of what lies deeper, functions that do something else and look something up for it, only what the transaction has
 * written before: they find the old rows, or none.
 */
function isSeenRead(query: Query, call: Node, target: FunctionNode, scope: TransactionScope): boolean {
  if (scope.joins === 'option' || scope.form === 'given') return false;
  return isInside(query.start, target) || readsWhatIsWritten(query, call, scope);
}

/** Whether a read elsewhere asks for a table that the transaction has written before. */
function readsWhatIsWritten({ entity }: Query, call: Node, scope: TransactionScope): boolean {
  if (entity === null) return false;
  const name = tableName(entity);
  return queriesOf(fileOf(call)).some(
    (query) =>
      query.entity !== null &&
      tableName(query.entity) === name &&
      query.start.range[0] < call.range[0] &&
      isIn(query.start, scope) &&
      writeOf(query) !== null,
  );
}

/** `orders`, `Order` and `schema.orders` are the same table. */
const tableName = (entity: string): string => entity.replace(/^.*\./, '').replace(/s$/, '').toLowerCase();

function mayCarry(argument: Node, { client }: TransactionScope): boolean {
  const text = sourceText(argument);
  return (
    (client !== null && new RegExp(`(?<![\\w$])${client.replaceAll('$', '\\$')}(?![\\w$])`).test(text)) ||
    /c(?:on)?te?xt?\b/i.test(text)
  );
}
