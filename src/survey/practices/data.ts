import { boundOf } from '../../facts/bounds.js';
import { effectsOf } from '../../facts/effects.js';
import { queriesOf } from '../../facts/queries.js';
import { scopeAt } from '../../facts/transactions/scopes.js';
import { argumentAt } from '../../facts/values.js';
import { fileOf, sourceText } from '../../model/file.js';
import type { Query } from '../../model/query.js';
import type { FunctionNode, Node } from '../../syntax/ast.js';
import { isInside } from '../../syntax/nodes.js';
import { rangeOf } from '../place.js';
import { counted, isForReading, isRead, na, NO_HANDLER, no, unknown, yes, type Judge } from './answer.js';

const queriesIn = (fn: FunctionNode): readonly Query[] =>
  queriesOf(fileOf(fn)).filter(({ start, proof }) => proof !== 'name' && isInside(start, fn));

/** `findMany({ take })` with the `take` of a parameter that callers may leave out (`params: { take?: number }`). */
function mayBeLeftOut({ start, row }: Query, fn: FunctionNode): boolean {
  if (start.type !== 'CallExpression') return false;
  const parameters = fn.params.map((each) => sourceText(each)).join(' ');
  return (row.bound ?? []).some((position) => {
    const given = argumentAt(start, position);
    return (
      typeof given !== 'string' &&
      given.type === 'Identifier' &&
      new RegExp(String.raw`\b${given.name}\?\s*:`).test(parameters)
    );
  });
}

/** Whether every list that it reads has a bound. */
export const paginated: Judge = ({ route, reach }) => {
  const fn = route.handler?.fn;
  if (!fn) return NO_HANDLER;
  // APIs that read by POST change nothing by it.
  const reads = isRead(route) || route.verb === 'ALL' || effectsOf(fn).effects.length === 0;
  if (!reads) return na('It changes something; a list is not its answer.');
  const lists = new Map<Query, ReturnType<typeof boundOf>>();
  for (const each of reach.near)
    for (const query of queriesIn(each)) {
      const bound = mayBeLeftOut(query, each) ? 'unknown' : boundOf(query);
      if (bound !== 'not-a-list' && bound !== 'aggregate') lists.set(query, bound);
    }
  const withBound = (...bounds: readonly string[]): Query | undefined =>
    [...lists].find(([, bound]) => bounds.includes(bound))?.[0];
  const open = withBound('none');
  if (open) return no('It reads a list without a bound.', rangeOf(open.start));
  const untold = withBound('unknown');
  if (untold) return unknown('The bound of a query that it makes can’t be told.', rangeOf(untold.start));
  const paged = withBound('limit', 'stream');
  if (paged) return yes('The lists that it reads have a bound.', rangeOf(paged.start));
  if (lists.size > 0) return na(`${counted(lists.size, 'list')}, bounded by a key, a parent or a grouping.`);
  return reach.isComplete ? na('It reads no list.') : unknown('Not all of what it calls could be followed.');
};

/** Whether its writes are done together or not at all. */
export const transactional: Judge = ({ route, reach }) => {
  const fn = route.handler?.fn;
  if (!fn) return isRead(route) ? na('It only reads.') : NO_HANDLER;
  const { effects, complete } = effectsOf(fn);
  const writes = new Set<Node>(effects.flatMap(({ query, node }) => (query ? [node] : [])));
  if (writes.size < 2) {
    if (writes.size === 0 && !isRead(route) && !(complete && isForReading(route)))
      return unknown('No write was seen. Not all of what it calls is known.');
    return na(writes.size === 0 ? 'It writes nothing.' : 'One write is whole in itself.');
  }
  const inside = new Map<Node, Node>();
  for (const each of reach.functions)
    for (const { query, node, site } of effectsOf(each).effects) {
      const scope = query ? (scopeAt(node) ?? scopeAt(site)) : null;
      if (scope) inside.set(node, scope.opening);
    }
  const apart = [...writes].filter((node) => !inside.has(node));
  const [opening] = inside.values();
  if (apart.length === 0 && opening) return yes(`Its ${writes.size} writes stand in a transaction.`, rangeOf(opening));
  const how = apart.length === writes.size ? `${writes.size} writes` : `${apart.length} of ${writes.size} writes`;
  return unknown(`${how} outside any transaction. Whether they belong together can’t be told.`, rangeOf(apart[0]!));
};
