import type { FieldPath, KindSet, Origin } from '../../model/flow.js';
import type { Node } from '../../syntax/ast.js';
import { ALL, NONE } from './kinds.js';

/** More origins than this tell nothing new. */
const MOST = 24;
/** More steps than this aren't told. */
const MOST_STEPS = 12;

export type Origins = readonly Origin[];
export const NOTHING: Origins = [];

/** The same origins, free of some dangers more; those free of all are gone. */
export function cleaned(origins: Origins, set: KindSet): Origins {
  if (set === NONE || origins.length === 0) return origins;
  if (set === ALL) return NOTHING;
  return origins
    .map((origin) => ({ ...origin, clean: origin.clean | set }))
    .filter(({ clean }) => (clean & ALL) !== ALL);
}

/** The same origins after one more step. */
export const stepped = (origins: Origins, node: Node): Origins =>
  origins.map((origin) => (origin.steps.length < MOST_STEPS ? { ...origin, steps: [...origin.steps, node] } : origin));

/** The same origins, known to have passed a schema. */
export const validated = (origins: Origins, by: Node): Origins =>
  origins.map((origin) => (origin.validatedBy ? origin : { ...origin, validatedBy: by }));

/** Several lists of origins in one, each origin once: by where it is from, the way in and what it is free of. */
export function joined(lists: readonly Origins[]): Origins {
  const given = lists.filter((list) => list.length > 0);
  if (given.length === 0) return NOTHING;
  if (given.length === 1) return given[0]!;
  const seen = new Set<string>();
  const all: Origin[] = [];
  for (const origin of given.flat()) {
    const { source } = origin;
    const key = `${source.node.range[0]}:${source.kind === 'parameter' ? `${source.fn.range[0]},${source.index}` : source.part}:${origin.path.join('.')}:${origin.clean}`;
    if (!seen.has(key) && all.length < MOST) {
      seen.add(key);
      all.push(origin);
    }
  }
  return all;
}

/** What comes from a parameter, put on the argument's own origins. */
export const through = (inner: Origin, outer: Origins): Origins =>
  outer.map((origin) => ({
    ...origin,
    clean: origin.clean | inner.clean,
    validatedBy: origin.validatedBy ?? inner.validatedBy,
    steps: [...origin.steps, ...inner.steps].slice(0, MOST_STEPS),
  }));

export const isAnything = (step: string | undefined): boolean => step === '?' || step === '*' || step === '**';

/** The way in after the first step; what is anywhere inside stays so. */
export const inside = (path: FieldPath): FieldPath => (path[0] === '**' ? path : path.slice(1));
