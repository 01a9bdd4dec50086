import { fileOf, type BackendFile } from '../../model/file.js';
import type { FunctionNode, Node } from '../../syntax/ast.js';
import { enclosingFunction, isInside } from '../../syntax/nodes.js';
import { allCalled } from '../effects.js';
import { queriesOf } from '../queries.js';
import { cacheAccessesOf } from './accesses.js';
import { functionName, type StaleWrite } from './keys.js';

const WRITES = /^(?:create|update|delete|upsert)$/;
const DROPS =
  /\b(?:invalidate\w*|bust\w*|purge\w*|evict\w*|revalidate(?:Tag|Path)|clear\w*Cache|del\w*Cache|removeFromCache|updateTag)\s*\(/i;

/** Every write of a file that leaves the cache as it was, where another function drops it for the same entity. */
export function staleWritesOf(file: BackendFile): StaleWrite[] {
  const writers = new Map<string, { query: Node; fn: FunctionNode; drops: boolean; creates: boolean }[]>();
  for (const { op, entity, run, proof } of queriesOf(file)) {
    if (!WRITES.test(op) || entity === null || !run || proof === 'name') continue;
    const fn = outermost(run);
    // A count that goes up is not what a cache is kept exact for.
    if (/\bincrement\b|\bdecrement\b/.test(file.text.slice(...run.range))) continue;
    if (fn)
      writers.set(entity, [
        ...(writers.get(entity) ?? []),
        { query: run, fn, drops: dropsIn(fn, file), creates: op === 'create' },
      ]);
  }
  return [...writers].flatMap(([entity, all]) => {
    const other = all.find(({ drops }) => drops);
    if (!other) return [];
    const seen = new Set<FunctionNode>();
    // A new row is under no key yet, unless lists are cached: then another create drops them.
    const dropsCreated = all.some(({ drops, creates }) => drops && creates);
    return all.flatMap(({ query, fn, drops, creates }): StaleWrite[] => {
      if (drops || seen.has(fn) || (creates && !dropsCreated)) return [];
      seen.add(fn);
      return [{ query, entity, other: functionName(other.fn) }];
    });
  });
}

/** The method or handler that a write belongs to, callbacks inside it left out. */
function outermost(node: Node): FunctionNode | null {
  let found = enclosingFunction(node);
  for (let up = found && enclosingFunction(found); up; up = enclosingFunction(up)) found = up;
  return found;
}

function dropsIn(fn: FunctionNode, file: BackendFile): boolean {
  if (DROPS.test(file.text.slice(...fn.range))) return true;
  if (
    cacheAccessesOf(file).some(({ node, row }) => (row.does === 'delete' || row.does === 'write') && isInside(node, fn))
  )
    return true;
  for (const { target } of allCalled(fn, file)) {
    const other = fileOf(target);
    if (DROPS.test(other.text.slice(...target.range))) return true;
    if (cacheAccessesOf(other).some(({ node, row }) => row.does === 'delete' && isInside(node, target))) return true;
  }
  return false;
}
