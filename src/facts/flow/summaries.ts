import type { KindSet, Origin, ParameterOrigin, Sink } from '../../model/flow.js';
import { fileOf } from '../../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { hasBody, isInside } from '../../syntax/nodes.js';
import { allOf } from '../../syntax/walk.js';
import { substitute } from './calls.js';
import { hasKind } from './kinds.js';
import { calledBy, isOfObject } from './objects.js';
import { sinksOf } from './sinks.js';
import { trace, traceWhole } from './trace.js';

/** A danger that a function's argument runs into, in it or in what it calls. */
export interface Reach {
  readonly parameter: ParameterOrigin;
  readonly sink: Sink;
  readonly clean: KindSet;
  /** The calls from this function to the one that holds the sink, outermost first. */
  readonly calls: readonly Node[];
}

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** Longest chain of calls that is followed, and most dangers told of one function. */
const MAX_CALLS = 6;
const MOST = 40;
const summaries = new WeakMap<FunctionNode, readonly Reach[]>();
let depth = 0;

/** What each parameter of a function reaches: its summary, made once. */
export function reachesOf(fn: FunctionNode): readonly Reach[] {
  const known = summaries.get(fn);
  if (known) return known;
  if (depth >= MAX_CALLS || !hasBody(fn)) return [];
  summaries.set(fn, []);
  depth++;
  try {
    const reaches = findReaches(fn);
    summaries.set(fn, reaches);
    return reaches;
  } finally {
    depth--;
  }
}

const WHOLE = new Set(['template', 'merge', 'object', 'filter', 'row']);

/** Where what stands at a sink comes from. */
export const sinkOrigins = ({ kind, value, path }: Sink): readonly Origin[] =>
  WHOLE.has(kind) && path.length === 0 ? traceWhole(value) : trace(value, path);

const isOf = (
  fn: FunctionNode,
  origin: { readonly source: ParameterOrigin['source'] | { kind: 'request' } },
): boolean =>
  origin.source.kind === 'parameter' && (origin.source.fn === fn || isOfObject(fn, origin as ParameterOrigin));

function findReaches(fn: FunctionNode): Reach[] {
  if (fn.params.length === 0 && fn.parent.type !== 'MethodDefinition') return [];
  const reaches: Reach[] = [];
  for (const sink of sinksOf(fileOf(fn))) {
    if (!isInside(sink.site, fn)) continue;
    for (const origin of sinkOrigins(sink))
      if (isOf(fn, origin) && !hasKind(origin.clean, sink.kind))
        reaches.push({ parameter: origin as ParameterOrigin, sink, clean: origin.clean, calls: [] });
  }
  for (const call of callsIn(fn)) {
    if (reaches.length >= MOST) break;
    reaches.push(...reachesBy(call).filter(({ parameter }) => isOf(fn, parameter)));
  }
  return reaches.slice(0, MOST);
}

const calls = new WeakMap<FunctionNode, readonly Call[]>();

function callsIn(fn: FunctionNode): readonly Call[] {
  let found = calls.get(fn);
  if (!found)
    calls.set(fn, (found = allOf(fn.body, ['CallExpression', 'NewExpression']).filter((call) => mayCarry(call))));
  return found;
}

/** Whether something that isn't a constant or a function is handed over. */
export const mayCarry = (call: Call): boolean =>
  call.arguments.some(
    (argument) =>
      argument.type !== 'Literal' &&
      argument.type !== 'ArrowFunctionExpression' &&
      argument.type !== 'FunctionExpression',
  );

/** What the arguments of a call reach in the function called, each origin as the caller sees it. */
export function reachesBy(call: Call): Reach[] {
  const fn = calledBy(call);
  if (!fn || (fileOf(call) === fileOf(fn) && isInside(call, fn))) return [];
  return reachesOf(fn).flatMap((reach) =>
    substitute(reach.parameter, call, fn).flatMap((origin): Reach[] => {
      const clean = origin.clean | reach.clean;
      if (hasKind(clean, reach.sink.kind)) return [];
      return [
        {
          parameter: { ...origin, clean } as ParameterOrigin,
          sink: reach.sink,
          clean,
          calls: [call, ...reach.calls],
        },
      ];
    }),
  );
}
