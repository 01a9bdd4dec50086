import { basename } from 'node:path';

import { fileOf, type BackendFile } from '../../model/file.js';
import type { FunctionNode, Node } from '../../syntax/ast.js';
import { enclosingFunction, isInside } from '../../syntax/nodes.js';
import { allCallers } from '../callers.js';
import { allCalled } from '../effects.js';
import { routesOf } from '../routes.js';
import { cacheAccessesOf, prefixOf } from './accesses.js';
import { functionName } from './keys.js';

/** Names that say so. `updateTag` is as often the update of a tag, unless it is given a text. */
const NAMES = String.raw`(?:invalidate\w*|bust\w*|purge\w*|evict\w*|revalidate(?:Tag|Path)|clear\w*Cache|del\w*Cache|removeFromCache)\s*\(|updateTag\(\s*['"]`;
const DROPS = new RegExp(String.raw`\b(?:${NAMES})`, 'i');
const DROPS_WITH_KEY = new RegExp(String.raw`\b(?:${NAMES})[^;]{0,100}`, 'gi');
/** The text of a file that may drop something: what a survey of the project looks for. */
export const MAY_DROP = new RegExp(String.raw`\.(?:del|unlink|hdel|hDel|mdel|delete)\(|\b(?:${NAMES})`, 'i');

/** What a function says where it drops or rewrites something cached; null where it doesn't. */
export type Drops = readonly string[] | null;

const known = new WeakMap<FunctionNode, Drops>();

/** What a function, and those that it calls, drop or rewrite of a cache: the texts that say of what. */
export function dropsOf(fn: FunctionNode): Drops {
  let drops = known.get(fn);
  if (drops === undefined) known.set(fn, (drops = find(fn)));
  return drops;
}

function find(fn: FunctionNode): Drops {
  const file = fileOf(fn);
  const texts = dropsWithin(fn, file, true);
  for (const { call, target } of allCalled(fn, file)) {
    const inner = dropsWithin(target, fileOf(target), false);
    if (inner.length > 0) texts.push(...inner, functionName(target), file.text.slice(...call.range).slice(0, 120));
  }
  return texts.length > 0 ? texts : null;
}

function dropsWithin(fn: FunctionNode, file: BackendFile, rewrites: boolean): string[] {
  const text = file.text.slice(...fn.range);
  const found: string[] = [];
  if (DROPS.test(text)) found.push(basename(file.path), ...(text.match(DROPS_WITH_KEY) ?? []));
  for (const { node, row, key } of cacheAccessesOf(file)) {
    if (!(row.does === 'delete' || (rewrites && row.does === 'write')) || !isInside(node, fn)) continue;
    found.push(file.text.slice(...node.range).slice(0, 120), (key && prefixOf(key)) ?? '');
  }
  return found;
}

/** Whether what a function drops is of an entity, by its name among the keys and helpers. */
export function isOf(drops: Drops, entity: string): boolean {
  const stem = stemOf(entity);
  return (
    stem.length > 2 &&
    (drops ?? []).some((text) =>
      text
        .toLowerCase()
        .replaceAll(/[^a-z0-9]/g, '')
        .includes(stem),
    )
  );
}

/** `products`, `Product`, `product_items`: what keys, tags and helpers share of a name. */
export const stemOf = (entity: string): string =>
  entity
    .replace(/^.*\./, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .replace(/(?:entity|model|schema|table)$/, '')
    .replace(/ies$/, 'y')
    .replace(/s$/, '');

/** The method or handler that a place belongs to, callbacks inside it left out. */
export function outermost(node: Node): FunctionNode | null {
  let found = enclosingFunction(node);
  if (!found) return null;
  // A plugin registers its routes inside: each handler stands for itself.
  const handlers = new Set(routesOf(fileOf(node)).map(({ handler }) => handler?.fn));
  for (let up = enclosingFunction(found); up && !handlers.has(found); up = enclosingFunction(up)) found = up;
  return found;
}

/** Whether somebody who calls a function drops what it writes, one or two calls further out. */
export function isDroppedByCaller(fn: FunctionNode, entity: string, hops = 2): boolean {
  return (allCallers(fn) ?? []).some((call) => {
    const outer = outermost(call);
    return outer !== null && (isOf(dropsOf(outer), entity) || (hops > 1 && isDroppedByCaller(outer, entity, hops - 1)));
  });
}
