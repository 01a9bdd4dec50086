import { allCalled } from '../facts/effects.js';
import { fileOf } from '../model/file.js';
import type { Route } from '../model/route.js';
import type { FunctionNode } from '../syntax/ast.js';

/** How far, and through how many functions, the calls of a handler are followed. */
const MAX_DEPTH = 6;
const MAX_FUNCTIONS = 250;
const NEAR = 3;

/** What runs to answer a request: the handler and the project's own functions that it calls. */
export interface Reach {
  readonly functions: readonly FunctionNode[];
  /** Those of them that are few calls away: what the handler is about, rather than what it uses. */
  readonly near: readonly FunctionNode[];
  /** Every call of a project function in sight was followed. */
  readonly isComplete: boolean;
}

const NOTHING: Reach = { functions: [], near: [], isComplete: false };
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
  const near = [start];
  let level = [start];
  for (let depth = 0; level.length > 0; depth++) {
    const next: FunctionNode[] = [];
    for (const fn of level)
      for (const target of calledBy(fn)) {
        if (seen.has(target)) continue;
        if (depth >= MAX_DEPTH || seen.size >= MAX_FUNCTIONS) return { functions: [...seen], near, isComplete: false };
        seen.add(target);
        next.push(target);
        if (depth < NEAR) near.push(target);
      }
    level = next;
  }
  return { functions: [...seen], near, isComplete: true };
}

const targets = new WeakMap<FunctionNode, readonly FunctionNode[]>();

function calledBy(fn: FunctionNode): readonly FunctionNode[] {
  let called = targets.get(fn);
  if (!called) targets.set(fn, (called = [...new Set([...allCalled(fn, fileOf(fn))].map(({ target }) => target))]));
  return called;
}
