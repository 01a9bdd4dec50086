import { allCalled } from '../facts/effects.js';
import { fileOf } from '../model/file.js';
import type { Route } from '../model/route.js';
import type { FunctionNode } from '../syntax/ast.js';

/** How far, and through how many functions, the calls of a handler are followed. */
const MAX_DEPTH = 4;
const MAX_FUNCTIONS = 60;

/** What runs to answer a request: the handler and the project's own functions that it calls. */
export interface Reach {
  readonly functions: readonly FunctionNode[];
  /** Every call of a project function in sight was followed. */
  readonly isComplete: boolean;
}

const NOTHING: Reach = { functions: [], isComplete: false };
const known = new WeakMap<FunctionNode, Reach>();

/** What a route's handler reaches; nothing where the handler is not known. */
export function reachOf({ handler }: Route): Reach {
  if (!handler?.fn) return NOTHING;
  let reach = known.get(handler.fn);
  if (!reach) known.set(handler.fn, (reach = follow(handler.fn)));
  return reach;
}

function follow(start: FunctionNode): Reach {
  const seen = new Set([start]);
  let level = [start];
  for (let depth = 0; level.length > 0; depth++) {
    const next: FunctionNode[] = [];
    for (const fn of level)
      for (const { target } of allCalled(fn, fileOf(fn))) {
        if (seen.has(target)) continue;
        if (depth >= MAX_DEPTH || seen.size >= MAX_FUNCTIONS) return { functions: [...seen], isComplete: false };
        seen.add(target);
        next.push(target);
      }
    level = next;
  }
  return { functions: [...seen], isComplete: true };
}
