import type { Effect, EffectKind } from '../../model/effect.js';
import type { BackendFile } from '../../model/file.js';
import type { FunctionNode, Node } from '../../syntax/ast.js';
import { calleeName, hasBody, isFunction, isInside, receiverOf, unwrap } from '../../syntax/nodes.js';
import { walk } from '../../syntax/walk.js';
import { getBinding } from '../bindings.js';
import { effectsOf } from '../effects.js';
import { denote } from '../entities.js';
import { entityKey } from '../effects/names.js';
import { isHandedContext } from '../queries.js';
import { follow } from '../values.js';
import { clientOf, isRunning, rootOf } from './origins.js';
import { listRound, transactionsOf } from './scopes.js';

/** A write of a function, as a step of its own: a query, the call of a function that writes, or a transaction. */
export interface WriteStep {
  readonly site: Node;
  readonly effects: readonly Effect[];
  /** It is a transaction, in itself whole. */
  readonly isTransaction: boolean;
}

/** Two writes that belong together and are not done together. */
export interface TornWrites {
  readonly fn: FunctionNode;
  readonly first: WriteStep;
  readonly second: WriteStep;
  readonly why: 'result' | 'amount' | 'key';
}

const WRITES: ReadonlySet<EffectKind> = new Set(['create', 'set', 'increment', 'append', 'delete', 'upsert']);
/** Stores without transactions over several statements of a client. */
const UNABLE: ReadonlySet<string> = new Set(['clickhouse', 'supabase', 'dynamodb', 'neo4j']);
/** Rows that are written on the side of something else, and may be missing. */
const ON_THE_SIDE =
  /audit|counter|sequence|rate_?limit|(?:^|_)logs?$|[a-z]Logs?$|activit|notification|sessions?$|tokens?$|metric|analytic|cache|telemetr|visit|views?$|otp|webhook|attempt|usage|impression|reads?$/i;

/** The first pair of torn writes of each function of a file. */
export function* tornWritesOf(file: BackendFile): Generator<TornWrites> {
  const told = new Set<Node>();
  for (const fn of file.index.functions) {
    if (!hasBody(fn) || isGiven(fn, file)) continue;
    const steps = stepsIn(fn, file);
    const torn = steps.length < 2 ? null : findTorn(fn, steps, file);
    if (!torn || told.has(torn.first.site)) continue;
    told.add(torn.first.site);
    yield torn;
  }
}

/** Whether a function runs in somebody's transaction: inside one, decorated, or handed the client. */
function isGiven(fn: FunctionNode, file: BackendFile): boolean {
  if (
    transactionsOf(file).some(({ body, range, form }) =>
      body === fn ? form !== 'manual' : isInside(fn, { range } as Node),
    )
  )
    return true;
  return fn.params.some((parameter) => {
    const text = file.text.slice(...parameter.range);
    return /\b(?:tx|trx|txn|transaction|session|manager|queryRunner|entityManager)\b\??\s*[:,})=]|\b(?:tx|trx|txn|transaction|session)\b\??$|Transaction\b|\bTx\b|ClientSession|EntityManager/.test(
      text,
    );
  });
}

/** The repository is got with a context, which may carry a transaction that somebody opened before. */
function joinsByContext({ query }: Effect): boolean {
  const start = query?.start;
  const receiver = start?.type === 'CallExpression' ? receiverOf(start) : null;
  const root = receiver && rootOf(receiver);
  if (root?.type === 'CallExpression' && isRunning(root)) return true;
  const getter = receiver && follow(receiver);
  return getter?.type === 'CallExpression' && isHandedContext(getter);
}

function stepsIn(fn: FunctionNode, file: BackendFile): WriteStep[] {
  const steps = new Map<Node, { effects: Effect[]; isTransaction: boolean }>();
  for (const effect of effectsOf(fn).effects) {
    if (!WRITES.has(effect.kind) || !effect.query || UNABLE.has(effect.query.library.name)) continue;
    if (!isRunBy(effect.site, fn)) continue;
    const list = listRound(effect.site);
    if (list) {
      const step = steps.get(list) ?? { effects: [], isTransaction: true };
      step.effects.push(effect);
      steps.set(list, step);
      continue;
    }
    if (joinsByContext(effect)) continue;
    const scope = transactionsOf(file).find(
      ({ range, form }) => form !== 'given' && range[0] <= effect.site.range[0] && effect.site.range[1] <= range[1],
    );
    if (scope?.form === 'decorator') continue;
    const site = scope ? scope.opening : effect.site;
    if (!scope && isClientGiven(effect, fn)) continue;
    if (!scope && site !== effect.node && !isThin(site, effect, fn)) continue;
    const step = steps.get(site) ?? { effects: [], isTransaction: scope !== undefined };
    step.effects.push(effect);
    steps.set(site, step);
  }
  return [...steps].map(([site, step]) => ({ site, ...step })).sort((a, b) => a.site.range[0] - b.site.range[0]);
}

/** Names of functions that are there to write. */
const WRITERS =
  /^(?:create|add|insert|save|store|update|set|patch|mark|delete|remove|destroy|upsert|incr|decr|credit|debit|withdraw|deposit|charge|reserve|take|release|book|record|persist|register|put|write|append|move|link|unlink|assign|attach|detach|adjust|apply|archive|cancel|confirm|place|transfer|change|consume|refund)/i;
const DOCUMENTS: ReadonlySet<string> = new Set(['mongoose', 'mongodb']);

/** Whether a call is of a function that writes and little else: of deeper ones it can't be seen what belongs together. */
function isThin(site: Node, { node, query }: Effect, fn: FunctionNode): boolean {
  if (site.type !== 'CallExpression') return false;
  // Few who keep documents have transactions at hand.
  if (DOCUMENTS.has(query?.library.name ?? '')) return false;
  const callee = denote(site.callee);
  if (callee?.kind !== 'function' || !isInside(node, callee.node) || isInside(callee.node, fn)) return false;
  if (!WRITERS.test(calleeName(site) ?? '') && !isOneStatement(callee.node)) return false;
  return effectsOf(callee.node).effects.length <= 2;
}

const isOneStatement = ({ body }: FunctionNode): boolean => body.type !== 'BlockStatement' || body.body.length === 1;

/** Whether the client is a parameter: its caller decides whether it is a transaction's. */
function isClientGiven({ query, site }: Effect, fn: FunctionNode): boolean {
  if (!query || query.start !== site) return false;
  const { origin } = clientOf(query);
  return (
    origin !== null &&
    origin !== 'absent' &&
    origin.kind === 'parameter' &&
    origin.fn === fn &&
    origin.path.length === 0
  );
}

/** Whether a node runs in the function itself, or in a callback that runs as part of it. */
function isRunBy(node: Node, fn: FunctionNode): boolean {
  for (let up = node.parent; up; up = up.parent) {
    if (up === fn) return true;
    if (!isFunction(up)) continue;
    const call = up.parent;
    if (call.type !== 'CallExpression') return false;
    if (
      call.callee !== up &&
      !/^(?:map|forEach|flatMap|reduce|\$?transaction|withTransaction|execute|begin|transactional|retry\w*|pRetry)$/.test(
        calleeName(call) ?? '',
      )
    )
      return false;
  }
  return false;
}

function findTorn(fn: FunctionNode, steps: readonly WriteStep[], file: BackendFile): TornWrites | null {
  for (const [index, first] of steps.entries())
    for (const second of steps.slice(index + 1)) {
      if (first.isTransaction && second.isTransaction) continue;
      if (!isSameStore(first, second) || !isAfter(first.site, second.site, fn)) continue;
      if (isParted(first, second, fn)) continue;
      const why = bondOf(first, second, file);
      if (why) return { fn, first, second, why };
    }
  return null;
}

const isSameStore = (a: WriteStep, b: WriteStep): boolean =>
  a.effects.some((one) => b.effects.some((other) => one.query?.library === other.query?.library));

/** Whether another service is called between them: no transaction could hold that. */
function isParted(first: WriteStep, second: WriteStep, fn: FunctionNode): boolean {
  return effectsOf(fn).effects.some(
    ({ query, site, kind }) =>
      query === null &&
      (kind === 'charge' || kind === 'call' || kind === 'upload') &&
      site.range[0] > first.site.range[1] &&
      site.range[1] < second.site.range[0],
  );
}

/** Whether running the first may be followed by running the second. */
function isAfter(first: Node, second: Node, fn: FunctionNode): boolean {
  for (let inner: Node = first, up = first.parent; up && inner !== fn; inner = up, up = up.parent) {
    // A failure's own clean-up.
    if (up.type === 'CatchClause') return false;
    if (up.type === 'SwitchCase' || up.type === 'IfStatement' || up.type === 'ConditionalExpression') {
      if (isInside(second, inner)) continue;
      if (isInside(second, up)) return false;
      if (up.type === 'SwitchCase' && isInside(second, up.parent)) return false;
      if (up.type !== 'ConditionalExpression' && isLeft(inner)) return false;
    }
    if (up.type === 'ReturnStatement' && !isInside(second, up)) return false;
    if (up.type === 'ArrowFunctionExpression' && up.body === inner && !isInside(second, up) && up === fn) return false;
  }
  for (let up = second.parent; up && up !== fn; up = up.parent)
    if (up.type === 'CatchClause' && !isInside(first, up)) return false;
  return true;
}

function isLeft(branch: Node): boolean {
  const last = branch.type === 'BlockStatement' ? branch.body.at(-1) : branch;
  return last?.type === 'ReturnStatement' || last?.type === 'ThrowStatement' || last?.type === 'ContinueStatement';
}

/** What ties two writes together; null where each stands by itself. */
function bondOf(first: WriteStep, second: WriteStep, file: BackendFile): TornWrites['why'] | null {
  const [a, b] = [mainOf(first), mainOf(second)];
  if (!a || !b) return null;
  const isSame = keyOf(a) !== null && keyOf(a) === keyOf(b);
  const isAmount = a.kind === 'increment' || b.kind === 'increment';
  if (isAmount && !(isSame && a.kind !== b.kind) && isShared(first, second, file, true)) return 'amount';
  if (usesResult(first.site, second.site)) return isSame && a.kind !== 'create' ? null : 'result';
  // Fields of one row set in two goes; lists brought up to date row by row.
  if (isSame && !(a.kind === 'delete' && b.kind === 'create')) return null;
  if (a.kind === 'upsert' && b.kind === 'upsert') return null;
  return isShared(first, second, file, false) ? 'key' : null;
}

const keyOf = ({ entity }: Effect): string | null => (entity === null ? null : entityKey(entity));

/** The write that a step is for; null where it is only made on the side. */
function mainOf({ effects }: WriteStep): Effect | null {
  return effects.find(({ entity, what }) => !ON_THE_SIDE.test(entity ?? what)) ?? null;
}

/** A builder with all of its links: the values stand in them. */
function chainOf(site: Node): Node {
  let whole = site;
  for (let up = whole.parent; up; up = up.parent) {
    const isLink =
      (up.type === 'MemberExpression' && up.object === whole) || (up.type === 'CallExpression' && up.callee === whole);
    if (!isLink) break;
    whole = up;
  }
  return whole;
}

/** Whether what the first gives goes into the second. */
function usesResult(first: Node, second: Node): boolean {
  let found = false;
  walk(chainOf(second), (at, skip) => {
    if (found) return skip;
    if (at.type === 'Identifier') found = comesFrom(at, first, 0);
    return undefined;
  });
  return found;
}

function comesFrom(id: Node, site: Node, hops: number): boolean {
  if (id.type !== 'Identifier' || hops > 3) return false;
  const binding = getBinding(id);
  if (binding.kind !== 'value' || !binding.init) return false;
  if (isInside(site, binding.init)) return true;
  let found = false;
  walk(binding.init, (at, skip) => {
    if (found || isFunction(at)) return skip;
    if (at.type === 'Identifier' && at !== id) found = comesFrom(at, site, hops + 1);
    return undefined;
  });
  return found;
}

/** Whether both are about one thing: the same id or record stands in both; for amounts any value of the function's. */
function isShared(first: WriteStep, second: WriteStep, file: BackendFile, anyValue: boolean): boolean {
  const names = valuesIn(first.site, file, anyValue);
  return [...valuesIn(second.site, file, anyValue)].some((name) => names.has(name));
}

function valuesIn(site: Node, file: BackendFile, anyValue: boolean, hops = 0): Set<string> {
  const names = new Set<string>();
  const given = site.type === 'TaggedTemplateExpression' ? site.quasi : chainOf(site);
  walk(given, (at) => {
    if (at.type === 'MemberExpression' && !at.computed) {
      const text = file.text.slice(...at.range).replaceAll(/\s|\?/g, '');
      if (
        /(?:\.|_)(?:_?id|[a-z]\w*Id|\w+_id|uuid|slug|sku)$/.test(text) &&
        !/^(?:tenant|org|organi[sz]ation|workspace|team|account|ctx|c|req\.user|session|auth)\b/i.test(text)
      )
        names.add(text);
      return undefined;
    }
    if (at.type !== 'Identifier') return undefined;
    const isKey = at.parent.type === 'Property' && at.parent.key === at && !at.parent.shorthand;
    const isMember = at.parent.type === 'MemberExpression' && at.parent.property === at;
    if (isKey || isMember) return undefined;
    const binding = getBinding(at);
    // What was read by an id is about the same thing: `const order = await find(id)`, then `order.sku`.
    if (
      anyValue &&
      hops < 1 &&
      binding.kind === 'value' &&
      binding.init &&
      unwrap(binding.init).type === 'AwaitExpression'
    )
      for (const name of valuesIn(binding.init, file, true, hops + 1)) names.add(name);
    const isValue = (binding.kind === 'parameter' || binding.kind === 'value') && !isClientName(at.name);
    if (
      isValue &&
      (anyValue || /^_?id$|Id$|_id$|^(?:uuid|slug|sku)$/.test(at.name)) &&
      !/^(?:tenant|org\w*|workspace|team|account)Id$/.test(at.name)
    )
      names.add(at.name);
    return undefined;
  });
  return names;
}

const isClientName = (name: string): boolean =>
  /^(?:db|prisma|pool|client|conn|connection|knex|sql|em|manager|repo\w*|\w+Repository|ctx|c|req|res|request|reply|next)$/.test(
    name,
  );
