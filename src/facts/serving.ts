import { fileOf, isSamePlace } from '../model/file.js';
import type { Route } from '../model/route.js';
import type { FunctionNode, Node } from '../syntax/ast.js';
import { enclosingFunction } from '../syntax/nodes.js';
import { routesOf } from './routes.js';

/** Files that pass on what they import (`index.ts`) are looked through this far. */
const MOST_LEVELS = 2;
const MOST_FILES = 12;

const known = new WeakMap<FunctionNode, readonly Route[]>();

/** The routes whose handler a function is, registered in its own file or in one that imports it. */
export function routesServedBy(fn: FunctionNode): readonly Route[] {
  const memo = known.get(fn);
  if (memo) return memo;
  known.set(fn, []);
  const own = fileOf(fn);
  const isServed = (route: Route): boolean => isSamePlace(route.handler?.fn ?? null, fn);
  const found = routesOf(own).filter(isServed);
  const seen = new Set([own.path]);
  let paths = [own.path];
  for (let level = 0; level < MOST_LEVELS && found.length === 0 && paths.length > 0; level++) {
    const importers = paths.flatMap((path) => own.project.importersOf(path)).filter((path) => !seen.has(path));
    paths = [...new Set(importers)].slice(0, MOST_FILES);
    for (const path of paths) {
      seen.add(path);
      const file = own.project.open(path);
      if (file && file.kind !== 'test') found.push(...routesOf(file).filter(isServed));
    }
  }
  known.set(fn, found);
  return found;
}

/** The routes in whose handler a node stands, inner functions of it included; none for code that is no handler. */
export function routesRound(node: Node): readonly Route[] {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const routes = routesServedBy(fn);
    if (routes.length > 0) return routes;
  }
  return [];
}
