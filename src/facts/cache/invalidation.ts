import { fileOf, type BackendFile } from '../../model/file.js';
import type { Query } from '../../model/query.js';
import type { FunctionNode, Node } from '../../syntax/ast.js';
import { isInside } from '../../syntax/nodes.js';
import { allCalled } from '../effects.js';
import { findCalled } from '../entities.js';
import { queriesOf } from '../queries.js';
import { cacheAccessesOf } from './accesses.js';
import { dropsOf, isDroppedByCaller, isOf, MAY_DROP, outermost, stemOf } from './drops.js';
import { functionName } from './keys.js';

/** A write to an entity that leaves what is cached of it. */
export interface StaleWrite {
  readonly node: Node;
  readonly entity: string;
  /** The function that does drop it, or (where nobody does) that caches it. */
  readonly other: string;
  /** Whether another writer drops it. */
  readonly isDropped: boolean;
}

/** A write of an entity, by a query or by a call of the project's function that has one. */
interface Writing {
  readonly node: Node;
  readonly fn: FunctionNode;
  readonly entity: string;
  readonly creates: boolean;
  /** The function called, whose own query it is. */
  readonly target: FunctionNode | null;
}

const WRITES = /^(?:create|update|delete|upsert)$/;
/** How functions that write are named: others are not looked into. */
const WRITER =
  /^(?:create|update|save|set|delete|remove|upsert|patch|insert|archive|rename|edit|change|store|persist|mark|assign|move|restore|publish|cancel|disable|enable|hide)/;
/** More files than these that may drop an entity say that its name is too common. */
const MOST_FILES = 25;

/** Every write of a file that leaves the cache as it was, where another function of the project drops it for the same entity. */
export function staleWritesOf(file: BackendFile, includeNeverDropped = false): StaleWrite[] {
  const own = writingsOf(file);
  const found: StaleWrite[] = [];
  const seen = new Map<FunctionNode, Set<string>>();
  for (const entity of new Set(own.map((each) => each.entity))) {
    const droppers = droppersOf(entity, file);
    const isDropped = droppers.length > 0;
    const reader = isDropped || !includeNeverDropped ? null : findCacher(entity, file);
    const other = droppers[0]?.fn ?? reader;
    if (!other) continue;
    // A new row is under no key yet, unless lists are cached: then another create drops them.
    const dropsCreated = droppers.some(
      ({ creates, fn }) => creates && !droppers.some((each) => each.fn === fn && !each.creates),
    );
    for (const writing of own) {
      const { node, fn, creates } = writing;
      if (writing.entity !== entity || (creates && !dropsCreated) || seen.get(fn)?.has(entity)) continue;
      if (!isStale(writing, isDropped)) continue;
      seen.set(fn, (seen.get(fn) ?? new Set()).add(entity));
      found.push({ node, entity, other: functionName(other), isDropped });
    }
  }
  return found;
}

/** Neither the function, nor what it calls, nor whoever calls it drops anything. */
function isStale({ fn, entity, target }: Writing, isDropped: boolean): boolean {
  if (dropsOf(fn) || isDroppedByCaller(fn, entity)) return false;
  // The query inside is reported unless its other callers drop for it: then this call is at fault.
  return target === null || (isDropped && !dropsOf(target) && isDroppedByCaller(target, entity, 1));
}

const writingsOf = (file: BackendFile): readonly Writing[] => file.memo(findWritings);

function findWritings(file: BackendFile): Writing[] {
  const found: Writing[] = [];
  for (const query of queriesOf(file)) {
    const fn = isWriting(query, file) ? outermost(query.run!) : null;
    if (fn) found.push({ node: query.run!, fn, entity: query.entity!, creates: query.op === 'create', target: null });
  }
  for (const [name, calls] of file.index.calls) {
    if (!WRITER.test(name)) continue;
    for (const call of calls) {
      const fn = outermost(call);
      const target = fn && findCalled(call);
      if (!target || target === fn) continue;
      const other = fileOf(target);
      const query = queriesOf(other).find((each) => isWriting(each, other) && isInside(each.run!, target));
      if (query) found.push({ node: call, fn, entity: query.entity!, creates: query.op === 'create', target });
    }
  }
  return found;
}

const BOOKKEEPING = /\b(?:last|recent)\w*(?:At|On|Seen|Login|Used|Active|Sync\w*)\b|\blast_\w+\b/;

function isWriting({ op, entity, run, proof }: Query, file: BackendFile): boolean {
  if (!WRITES.test(op) || entity === null || !run || proof === 'name') return false;
  const text = file.text.slice(...run.range);
  // A count that goes up, or when somebody was last seen, is not what a cache is kept exact for.
  return !/\bincrement\b|\bdecrement\b/.test(text) && !BOOKKEEPING.test(text);
}

/** The functions that write an entity and drop what is cached of it. */
const droppersOf = (entity: string, file: BackendFile): Writing[] =>
  [file, ...filesOf(entity, MAY_DROP, file)].flatMap((each) =>
    writingsOf(each).filter((writing) => writing.entity === entity && isOf(dropsOf(writing.fn), entity)),
  );

/** The other files of the same package that speak of an entity and match a pattern; none where there are too many. */
function filesOf(entity: string, pattern: RegExp, file: BackendFile): BackendFile[] {
  const stem = stemOf(entity);
  if (stem.length < 3) return [];
  const own = file.project.findPackage(file.path)?.dir;
  if (own === undefined) return [];
  const matching = new Set(file.project.filesMentioning(file.path, pattern));
  const paths = file.project
    .filesMentioning(file.path, new RegExp(stem.replace(/y$/, ''), 'i'))
    .filter((path) => matching.has(path) && path !== file.path && file.project.findPackage(path)?.dir === own);
  if (paths.length > MOST_FILES) return [];
  return paths.flatMap((path) => {
    const other = file.project.open(path);
    return other?.kind === 'source' ? [other] : [];
  });
}

const MAY_CACHE = /\.(?:set|setex|setEx|psetex|pSetEx|put|wrap|hset|hSet|mset)\(/;

/** A function of the project that reads an entity and puts it into a cache under its name. */
function findCacher(entity: string, file: BackendFile): FunctionNode | null {
  for (const other of [file, ...filesOf(entity, MAY_CACHE, file)])
    for (const { node, row, key, proof } of cacheAccessesOf(other)) {
      const fn = (row.does === 'write' || row.does === 'wrap') && proof !== 'name' ? outermost(node) : null;
      if (!fn || !key || !isOf([other.text.slice(...node.range).slice(0, 120)], entity)) continue;
      const functions = [fn, ...[...allCalled(fn, other)].map(({ target }) => target)];
      if (functions.some((each) => readsEntity(each, entity))) return fn;
    }
  return null;
}

const readsEntity = (fn: FunctionNode, entity: string): boolean =>
  queriesOf(fileOf(fn)).some(
    (each) => each.op.startsWith('read') && each.entity === entity && isInside(each.start, fn),
  );
