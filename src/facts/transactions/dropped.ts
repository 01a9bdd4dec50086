import { type BackendFile, sourceText } from '../../model/file.js';
import type { Query } from '../../model/query.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, enclosingFunction, isFunction, isInside, outward } from '../../syntax/nodes.js';
import { writeOf } from '../effects/writes.js';
import { denote } from '../entities.js';
import { queriesOf } from '../queries.js';
import { transactionsOf } from './scopes.js';
import { usesOf } from './uses.js';

/** A write whose promise nobody waits for. */
export interface DroppedWrite {
  /** The expression whose value is thrown away. */
  readonly node: Node;
  /** `write`: it runs, and nobody hears of its failure; `never`: its client only runs what is awaited or executed. */
  readonly how: 'write' | 'never' | 'unexecuted' | 'function' | 'transaction' | 'each';
  readonly query: Query | null;
  /** Whether `await` can be written there. */
  readonly inAsync: boolean;
}

/** Clients whose calls are done when they return, or that take a callback. */
const SYNCHRONOUS: ReadonlySet<string> = new Set(['better-sqlite3', 'node-sqlite', 'sqlite3', 'mysql', 'mikro-orm']);

/** The dropped writes of a file, in source order within each kind. */
export function* droppedWritesOf(file: BackendFile): Generator<DroppedWrite> {
  for (const query of queriesOf(file)) {
    const dropped = ofQuery(query);
    if (dropped) yield dropped;
  }
  for (const { opening, library, form, body } of transactionsOf(file))
    if (form === 'callback' && !SYNCHRONOUS.has(library.name) && body !== opening && isStatement(opening))
      yield { node: opening, how: 'transaction', query: null, inAsync: isInAsync(opening) };
  for (const calls of file.index.calls.values())
    for (const call of calls) {
      if (!isStatement(call)) continue;
      const dropped = ofEach(call, file) ?? ofFunction(call);
      if (dropped) yield dropped;
    }
}

function ofQuery(query: Query): DroppedWrite | null {
  const { start, row, ends, links, library } = query;
  if (query.proof === 'name' || SYNCHRONOUS.has(library.name) || row.run === 'later' || row.run === 'batch')
    return null;
  if (ends.length !== 1 || ends[0]!.how !== 'discard' || !writeOf(query)) return null;
  const last = [start, ...links.map(({ call }) => call)];
  // A callback is told how it went.
  if (last.some((call) => call.type === 'CallExpression' && isFunction(call.arguments.at(-1)) && row.run !== 'link'))
    return null;
  const { node } = ends[0]!;
  const isRun = links.some(({ row: link }) => link.runs);
  const isVoid = outward(node)?.type === 'UnaryExpression';
  const inAsync = isInAsync(node);
  if (row.run === 'link' && !isRun) return { node, how: 'unexecuted', query, inAsync };
  if (row.run === 'await' && !isRun) return { node, how: 'never', query, inAsync };
  return isVoid ? null : { node, how: 'write', query, inAsync };
}

const isStatement = (node: Node): boolean => outward(node)?.type === 'ExpressionStatement';
const isInAsync = (node: Node): boolean => enclosingFunction(node)?.async === true;

/** `rows.map(async (row) => { await write(row); })`, thrown away; `forEach` throws away by itself. */
function ofEach(call: TSESTree.CallExpression, file: BackendFile): DroppedWrite | null {
  const fn = call.arguments[0];
  if (!/^(?:map|forEach)$/.test(calleeName(call) ?? '') || !isFunction(fn) || !fn.async) return null;
  const query = queriesOf(file).find(
    (each) =>
      isInside(each.start, fn) &&
      each.proof !== 'name' &&
      !SYNCHRONOUS.has(each.library.name) &&
      writeOf(each) !== null,
  );
  return query ? { node: call, how: 'each', query, inAsync: isInAsync(call) && calleeName(call) === 'map' } : null;
}

/** A call of a function whose body is a write. */
function ofFunction(call: TSESTree.CallExpression): DroppedWrite | null {
  if (!isInAsync(call)) return null;
  const callee = denote(call.callee);
  if (callee?.kind !== 'function') return null;
  const { node: target } = callee;
  if (!target.async && target.body.type === 'BlockStatement' && !/\breturn\b/.test(sourceText(target))) return null;
  const uses = usesOf(target);
  // What does more than write may be meant to run on by itself.
  if (uses.length === 0 || uses.length > 2 || !uses.every(({ query }) => query && writeOf(query) !== null)) return null;
  if (uses.some(({ library }) => SYNCHRONOUS.has(library.name)) || ON_ITS_OWN.test(calleeName(call) ?? '')) return null;
  return { node: call, how: 'function', query: uses[0]!.query, inAsync: true };
}

const ON_ITS_OWN = /log|track|audit|report|touch|ping|seen|metric|background|async$|later|fire|enqueue|schedule$/i;
