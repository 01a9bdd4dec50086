import { fileOf, type BackendFile } from '../model/file.js';
import type { Query } from '../model/query.js';
import type { FunctionNode, Node, TSESTree } from '../syntax/ast.js';
import { calleeName, closest, isInside, outward } from '../syntax/nodes.js';
import { allOf } from '../syntax/walk.js';
import { isBackground as isJob } from './destination.js';
import { allCalled, effectsOf, type Called } from './effects.js';
import { writeOf } from './effects/writes.js';
import { findCalled } from './entities.js';
import { dependsOn, findLoop, isBounded, isChunked, isWorkingOff, type Loop } from './loops.js';
import { queriesOf, queryAt } from './queries.js';
import { clientOf, originOf, rootOf } from './transactions/origins.js';
import { piecesOf } from './text.js';
import { isInList, isToken, scopeAt } from './transactions/scopes.js';
import { findSlowWorkIn } from './transactions/slow-work.js';
import { isDirect, isHandedIn, usesOf } from './transactions/uses.js';
import { argumentAt } from './values.js';

/** A query that is sent once for each thing of a list. */
export interface LoopQuery {
  /** The query itself, or the call of a function that makes it. */
  readonly site: Node;
  readonly loop: Loop;
  readonly query: Query;
  readonly isWrite: boolean;
}

/** A function that does more than this is work on a row, not the reading of one. */
const MAX_USES = 3;
const MAX_LINES = 40;
/** Databases inside the process: a query costs no round trip. https://www.sqlite.org/np1queryprob.html */
const IN_PROCESS: ReadonlySet<string> = new Set(['better-sqlite3', 'node-sqlite', 'sqlite', 'sqlite3', 'pglite']);

/** Work that nobody waits for, and that takes its time on purpose. */
const isBackground = (file: BackendFile): boolean =>
  isJob(file) || /[\\/](?:crons|deletion|cleanup)[\\/]/i.test(file.path);

/** The queries of a file that are sent once per row where one for all rows would do, in source order. */
export function* loopQueriesOf(file: BackendFile): Generator<LoopQuery> {
  const told = new Set<Node>();
  for (const query of queriesOf(file)) {
    const loop = loopOf(query.start, query);
    if (!loop || query.proof === 'name' || !query.run || query.op === 'build' || IN_PROCESS.has(query.library.name))
      continue;
    // A unit of work notes it; `flush` sends all of them.
    if (query.row.run === 'later') continue;
    const isWrite = writeOf(query) !== null;
    if (isWrite && (isOrdered(query) || isBackground(file) || isRowWork(query, loop))) continue;
    if (isOfElement(query, loop) || isStatementOfItsOwn(query, loop) || told.has(loop.node)) continue;
    if (isJobOnRow(query.start, loop, file)) continue;
    told.add(loop.node);
    yield { site: query.start, loop, query, isWrite };
  }
  for (const { call, site } of callsInLoops(file)) {
    if (told.has(site.node)) continue;
    const found = queryOfCall(call, site, file);
    if (!found || isJobOnRow(call, site, file)) continue;
    told.add(site.node);
    yield found;
  }
}

/** The loop that a call is made in once for each row; null where its being in a loop is meant. */
function loopOf(call: Node, query: Query | null): Loop | null {
  const loop = findLoop(call);
  if (!loop) return null;
  if (loop.kind === 'while' ? !isWorkingOff(loop) : isBounded(loop)) return null;
  if (isChunked(loop) || isInList(call) || isDeferred(loop)) return null;
  const parts: Node[] = query ? [query.start, ...query.links.map(({ call: link }) => link)] : [call];
  return loop.kind === 'while' || parts.some((part) => dependsOn(part, loop)) ? loop : null;
}

/** Whether a write has a value of its own for each row, or is one part of the work on it: no one statement does that. */
function isRowWork(query: Query, loop: Loop): boolean {
  const { kind, data } = writeOf(query)!;
  const isCreate = kind === 'create';
  if (!isCreate && kind !== 'delete') {
    const values = data ?? dataOf(query);
    if (!values || (dependsOn(values, loop) && !hasBulkForm(query))) return true;
  }
  return awaitsElse(query.start, loop);
}

/** Documents take updates of one's own each in one `bulkWrite`. https://www.mongodb.com/docs/manual/reference/method/db.collection.bulkWrite/ */
const hasBulkForm = ({ library, start }: Query): boolean =>
  /^(?:mongodb|mongoose)$/.test(library.name) &&
  start.type === 'CallExpression' &&
  /^(?:updateOne|replaceOne)$/.test(calleeName(start) ?? '');

/** Something else is waited for on the way: a file, another service. */
const awaitsElse = (site: Node, loop: Loop): boolean =>
  allOf(loop.body, ['AwaitExpression']).some(
    ({ argument }) => !isInside(site, argument) && argument.type === 'CallExpression' && queryAt(argument) === null,
  );

/** Names of functions whose work is a file's, with a row written beside it. */
const FILE_WORK = /upload|files?(?![a-z])|pdf|image|render|document(?:Server|Data)|attachment|thumbnail|avatar|blob/i;

/** The new values of an update: `data`, `set(…)`, or the argument beside the filter. */
function dataOf(query: Query): Node | null {
  const set = query.links.find(({ name }) => /^(?:set|update|patch)$/.test(name))?.call.arguments[0];
  if (set) return set;
  if (query.start.type !== 'CallExpression') return null;
  const given = argumentAt(query.start, '0.data');
  if (typeof given !== 'string') return given;
  return query.text ?? query.start.arguments.find((_, index) => !query.row.where?.includes(String(index))) ?? null;
}

/** What a `map` gives is handed to something else than `Promise.all` and the like: a pool of workers, a list of queries. */
function isDeferred({ node, kind }: Loop): boolean {
  if (kind !== 'fan-out') return false;
  const holder = outward(node);
  if (holder?.type !== 'CallExpression') return false;
  return !/^(?:all|allSettled|race|any)$/.test(calleeName(holder) ?? '');
}

/** Ordered writes through a transaction's client are meant to be one after the other. */
function isOrdered(query: Query): boolean {
  const scope = scopeAt(query.start);
  if (!scope) return false;
  const { origin } = clientOf(query);
  return scope.joins === 'ambient' || (origin !== null && origin !== 'absent' && isToken(origin, scope));
}

/** Whether the client itself is the thing in hand: one of several databases. */
function isOfElement(query: Query, loop: Loop): boolean {
  const { root } = clientOf(query);
  return root !== null && dependsOn(root, loop);
}

/** Statements that are not known, define a table, or go to another table each: no one statement stands for all of them. */
function isStatementOfItsOwn({ op, text, start, links }: Query, loop: Loop): boolean {
  if (op === 'raw' && text) {
    const pieces = piecesOf(text);
    if (!pieces) return dependsOn(text, loop);
    const source = pieces.map((piece) => (piece.kind === 'text' ? piece.text : HOLE)).join('');
    return (
      !/[a-z]/i.test(source) ||
      /^\s*(?:create|alter|drop|truncate|comment|grant)\b/i.test(source) ||
      TO_HOLE.test(source)
    );
  }
  const tables = [start, ...links.map(({ call }) => call)].filter(
    (call): call is TSESTree.CallExpression =>
      call.type === 'CallExpression' && (TABLE_LINKS.test(calleeName(call) ?? '') || call.callee.type === 'Identifier'),
  );
  return tables.some(({ arguments: [table] }) => table?.type === 'Identifier' && dependsOn(table, loop));
}

const HOLE = '\u0000';
const TO_HOLE = /\b(?:from|join|into|update|table)\s+["`[]?\u0000/i;
const TABLE_LINKS = /^(?:from|into|table|selectFrom|insertInto|updateTable|deleteFrom)$/;

/** Whether each round is a job of its own, one after the other: long, or handing the row to a function that does much to it. */
function isJobOnRow(site: Node, loop: Loop, file: BackendFile): boolean {
  if (loop.kind === 'fan-out') return false;
  const awaited = allOf(loop.body, ['AwaitExpression']).flatMap(({ argument }) =>
    argument.type === 'CallExpression' && argument !== site && !isInside(site, argument) && !queryAt(argument)
      ? [argument]
      : [],
  );
  if (awaited.length === 0) return false;
  if (linesOf(loop.body, file) > MAX_LINES) return true;
  const fn = closest(loop.node, 'FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression');
  if (!fn) return false;
  return [...allCalled(fn, file)].some(({ call, target }) => awaited.includes(call) && isWork(target));
}

const linesOf = (node: Node, file: BackendFile): number => file.text.slice(...node.range).split('\n').length;

const isWork = (target: FunctionNode): boolean =>
  effectsOf(target).effects.length > 0 &&
  (usesOf(target).length > MAX_USES || linesOf(target, fileOf(target)) > MAX_LINES);

function* callsInLoops(file: BackendFile): Generator<{ call: TSESTree.CallExpression; site: Loop }> {
  for (const calls of file.index.calls.values())
    for (const call of calls) {
      if (call.arguments.length === 0 || !isWaitedFor(call)) continue;
      const site = loopOf(call, null);
      if (site) yield { call, site };
    }
}

/** Whether a call's promise is awaited, given back, or what a callback gives back. */
function isWaitedFor(call: TSESTree.CallExpression): boolean {
  const holder = outward(call);
  return (
    holder?.type === 'AwaitExpression' ||
    holder?.type === 'ReturnStatement' ||
    holder?.type === 'ArrowFunctionExpression'
  );
}

/** A function of the handler's own, written before the loop: `const load = async (id) => …`. */
function ownCalled(call: TSESTree.CallExpression, loop: Loop): Called | null {
  const target = call.callee.type === 'Identifier' ? findCalled(call) : null;
  return target && fileOf(target) === fileOf(call) && !isInside(target, loop.node) ? { call, target } : null;
}

const isRecursive = (target: FunctionNode): boolean =>
  allOf(target.body, ['CallExpression']).some((call) => isDirect(call, target));

const isOfEachRow = (query: Query): boolean => /^(?:set|increment|append|upsert)$/.test(writeOf(query)?.kind ?? '');

function queryOfCall(call: TSESTree.CallExpression, loop: Loop, file: BackendFile): LoopQuery | null {
  const fn = closest(call, 'FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression');
  const called = (fn && [...allCalled(fn, file)].find((each) => each.call === call)) ?? ownCalled(call, loop);
  if (!called || !isDirect(call, called.target) || isHandedIn(call)) return null;
  const { target } = called;
  if (isBackground(file)) return null;
  const own = fileOf(target);
  const name = calleeName(call) ?? '';
  // What it has read before it keeps, or reads together.
  if (/cache|memo|load(?:er|Many)|dedupe/i.test(name + own.text.slice(...target.range))) return null;
  const uses = usesOf(target).filter(({ query }) => query !== null);
  if (uses.length === 0 || uses.length > MAX_USES) return null;
  if (linesOf(target, own) > MAX_LINES) return null;
  if (effectsOf(target).effects.some(({ query }) => query === null) || findSlowWorkIn(target)) return null;
  // Down a tree: what it writes needs its parent's id first, and what it reads is told once, where it calls itself.
  if (isRecursive(target) && (!isInside(call, target) || uses.some(({ query }) => writeOf(query!) !== null)))
    return null;
  // It writes a value of its own to each row, and reads what it needs for that.
  if (uses.some(({ query }) => isOfEachRow(query!))) return null;
  const scope = scopeAt(call);
  for (const use of uses) {
    const query = use.query!;
    if (IN_PROCESS.has(query.library.name)) continue;
    const isWrite = writeOf(query) !== null;
    if (isWrite && (FILE_WORK.test(name) || awaitsElse(call, loop))) return null;
    const given =
      use.origin?.kind === 'parameter' && use.origin.fn === target
        ? argumentAt(call, [use.origin.index, ...use.origin.path].join('.'))
        : null;
    const origin = given && typeof given !== 'string' ? originOf(given) : null;
    if (isWrite && scope && (scope.joins === 'ambient' || (origin && isToken(origin, scope)))) return null;
    if (given && typeof given !== 'string' && dependsOn(rootOf(given), loop)) return null;
    return { site: call, loop, query, isWrite };
  }
  return null;
}
