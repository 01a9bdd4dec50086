import { boundOf } from '../../facts/bounds.js';
import { allCalled } from '../../facts/effects.js';
import { nameOfFunction } from '../../facts/flow/calls.js';
import { queriesOf } from '../../facts/queries.js';
import { fileOf, lineOf } from '../../model/file.js';
import type { Query } from '../../model/query.js';
import type { FunctionNode } from '../../syntax/ast.js';
import { isInside } from '../../syntax/nodes.js';
import { shown, type Target } from '../project/target.js';

/** The lists that a function reads whole, in its own code. */
export const openLists = (fn: FunctionNode): Query[] =>
  queriesOf(fileOf(fn)).filter(
    (query) => query.op === 'read-many' && isInside(query.start, fn) && /^(?:none|parent)$/.test(boundOf(query)),
  );

/** A function in which a handler's list is read: a service, a repository. */
interface Elsewhere {
  readonly fn: FunctionNode;
  readonly query: Query;
}

const MAX_DEPTH = 3;

function findElsewhere(handler: FunctionNode, depth = MAX_DEPTH): Elsewhere | null {
  if (depth === 0) return null;
  for (const { target: fn } of allCalled(handler, fileOf(handler))) {
    const [query] = openLists(fn);
    const found = query ? { fn, query } : findElsewhere(fn, depth - 1);
    if (found) return found;
  }
  return null;
}

/** What to do by hand for a list that a function reads for its handler; null where no such list is found. */
export function adviceElsewhere(target: Target, handler: FunctionNode): string | null {
  const found = findElsewhere(handler);
  if (!found) return null;
  const { fn, query } = found;
  const place = `${nameOfFunction(fn) ?? 'a function'} (${shown(target, fileOf(fn).path)}:${lineOf(query.start)})`;
  return `its list is read in ${place}, which others may call too. By hand: check limit (1 to 100) and cursor in the handler and hand them on, read limit + 1 rows there, after the cursor, in an order that ends in the id, and answer { items, nextCursor }`;
}

/** The same for a list that a controller of NestJS reads itself. */
export const adviceNest = (target: Target, { start }: Query): string =>
  `controllers of NestJS are not changed. By hand: take limit (1 to 100) and cursor as a DTO by @Query(), read limit + 1 rows (${shown(target, fileOf(start).path)}:${lineOf(start)}) after the cursor, in an order that ends in the id, and answer { items, nextCursor }`;
