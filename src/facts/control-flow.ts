import type { FunctionNode, Node } from '../syntax/ast.js';
import { outward } from '../syntax/nodes.js';
import { GraphBuilder, type Graph, type Point } from './control-flow/build.js';
import { correlatedKeys, learn, type Knowledge } from './control-flow/conditions.js';

export type { Graph as ControlFlow, Point } from './control-flow/build.js';

/** More steps than these of one question, and the answer is "can't be known". */
const MAX_STEPS = 6000;

const graphs = new WeakMap<FunctionNode, Graph>();
const keysOf = new WeakMap<Graph, ReadonlySet<string>>();

/** The ways through a function: made once for each. Functions inside it are left out, they run at another time. */
export function controlFlowOf(fn: FunctionNode): Graph {
  let graph = graphs.get(fn);
  if (!graph) graphs.set(fn, (graph = GraphBuilder.graphOf(fn)));
  return graph;
}

/** Whether a statement, once begun, always leaves by `return`, `throw`, `break` or `continue`. */
export const endsAlways = (statement: Node): boolean => GraphBuilder.endsAlways(statement);

interface Walk<S extends string> {
  /** What is known at the beginning of the function. */
  readonly start: S;
  /** What is known after a point; null to follow this way no further. */
  readonly step: (point: Point, state: S) => S | null;
  /**
   * Whether a point's error is followed, and with what: null for no. Errors are not followed without it.
   */
  readonly thrown?: (point: Point, state: S) => S | null;
}

/**
 * Goes every way through a function from its beginning, with a state of the caller's that each point may change. Ways
 * that contradict themselves are left out: `if (x) …; if (!x) …`, a flag that was set to `true` and is asked for.
 * Each combination of point and state is met once. Answers whether all ways were gone.
 */
export function walkPaths<S extends string>(graph: Graph, { start, step, thrown }: Walk<S>): boolean {
  let keys = keysOf.get(graph);
  if (!keys) keysOf.set(graph, (keys = correlatedKeys(graph)));
  const seen = new Map<Point, Set<string>>();
  const open: { point: Point; state: S; known: Knowledge }[] = [{ point: graph.entry, state: start, known: new Map() }];
  for (let steps = 0; open.length > 0; steps++) {
    if (steps > MAX_STEPS) return false;
    const { point, state, known } = open.pop()!;
    const id =
      known.size === 0
        ? state
        : `${state}|${[...known]
            .map((each) => each.join(':'))
            .sort()
            .join()}`;
    const met = seen.get(point);
    if (met?.has(id)) continue;
    if (met) met.add(id);
    else seen.set(point, new Set([id]));
    if (point.thrown && thrown) {
      const after = thrown(point, state);
      if (after !== null) open.push({ point: point.thrown, state: after, known });
    }
    const learned = learn(point, known, keys);
    const after = learned && step(point, state);
    if (after === null) continue;
    for (let i = point.next.length - 1; i >= 0; i--)
      open.push({ point: point.next[i]!, state: after, known: learned! });
  }
  return true;
}

/** How a way through a function ends. */
export interface Ending {
  readonly how: 'return' | 'throw';
  /** The last thing that ran: the `return`, the `throw`, the call whose error is not caught. */
  readonly last: Node | null;
}

/**
 * A way from `from` to the end of the function that passes nothing of what is asked for; null where every way passes
 * it, or where it can't be known. `throws`: ways that end with an error count (any call or `await` may throw, save those
 * that `throws` refuses).
 */
export function findPathWithout(
  graph: Graph,
  from: Node,
  isPassed: (node: Node) => boolean,
  { throws = () => true }: { throws?: (node: Node) => boolean } = {},
): Ending | null {
  let ending: Ending | null = null;
  const start = awaited(from);
  const lastOf = new Map<Point, Node | null>();
  const note = (point: Point): void => {
    const last = point.node && point.holds === undefined ? point.node : (lastOf.get(point) ?? null);
    for (const each of [...point.next, ...(point.thrown && point.node !== start ? [point.thrown] : [])])
      if (!lastOf.has(each)) lastOf.set(each, last);
  };
  const isComplete = walkPaths<'before' | 'after'>(graph, {
    start: 'before',
    step: (point, state) => {
      if (state === 'after') {
        if (point === graph.exit || point === graph.escape) {
          ending ??= { how: point === graph.exit ? 'return' : 'throw', last: lastOf.get(point) ?? null };
          return null;
        }
        if (point.node && point.holds === undefined && isPassed(point.node)) return null;
        note(point);
      }
      if (point.node === start && point.holds === undefined) {
        note(point);
        return 'after';
      }
      return ending ? null : state;
    },
    thrown: (point, state) =>
      point.node && (state === 'before' || (throws(point.node) && !isPassed(point.node))) ? state : null,
  });
  return isComplete ? ending : null;
}

/** Where a call's work is done: at the `await` of it, if there is one. */
function awaited(node: Node): Node {
  const parent = outward(node);
  return parent?.type === 'AwaitExpression' ? awaited(parent) : node;
}

/** The first node of a kind that may run after `from`, or null. Errors on the way are not followed. */
export function findAfter(graph: Graph, from: Node, isMeant: (node: Node) => boolean): Node | null {
  let found: Node | null = null;
  walkPaths<'before' | 'after'>(graph, {
    start: 'before',
    step: (point, state) => {
      if (found) return null;
      const { node, holds } = point;
      if (!node || holds !== undefined) return state;
      if (state === 'after' && isMeant(node)) found = node;
      return node === from ? 'after' : state;
    },
  });
  return found;
}

/** Whether every way through the function that throws nothing passes a node of a kind. False where it can't be known. */
export function alwaysPasses(graph: Graph, isPassed: (node: Node) => boolean): boolean {
  let isMissed = false;
  const isComplete = walkPaths<''>(graph, {
    start: '',
    step: (point, state) => {
      if (point === graph.exit) isMissed = true;
      return isMissed || (point.node && point.holds === undefined && isPassed(point.node)) ? null : state;
    },
  });
  return isComplete && !isMissed;
}

/** The calls, awaits and throws whose error no `catch` of the function stops. */
export function allEscapes(graph: Graph): Node[] {
  return [...graph.points].flatMap(([node, points]) =>
    points.some(({ thrown }) => thrown && leadsOut(thrown, graph)) ? [node] : [],
  );
}

/** Whether an error leaves the function from here: directly, or through a `finally`, past no `catch`. */
function leadsOut(from: Point, graph: Graph): boolean {
  const seen = new Set<Point>([from]);
  for (const point of seen) {
    if (point === graph.escape) return true;
    if (point.node?.type !== 'CatchClause') for (const next of point.next) seen.add(next);
  }
  return false;
}
