import type { Flow, Origin, RequestOrigin } from '../../model/flow.js';
import { fileOf, type BackendFile } from '../../model/file.js';
import type { SinkKind } from '../../model/rows/flow.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { findVariable } from '../bindings.js';
import { denote, findCalled } from '../entities.js';
import { buildersOf, calledBy } from './objects.js';
import { argumentOrigins, nameOfFunction } from './calls.js';
import { mayHoldRequests } from './holders.js';
import { hasKind } from './kinds.js';
import { mayCarry, reachesBy, sinkOrigins } from './summaries.js';
import { sinksOf } from './sinks.js';
import { trace } from './trace.js';

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** Longest chain of callers in the same file that is followed up to a request. */
const MAX_CALLERS = 5;

/** Every flow that a file is to be told of: its own sinks, and its calls of functions in other files that hold one. */
export const flowsOf = (file: BackendFile): readonly Flow[] => file.memo(findFlows);

/** The flows of one kind. */
export const flowsOfKind = (file: BackendFile, kind: SinkKind): readonly Flow[] =>
  flowsOf(file).filter((flow) => flow.kind === kind);

interface Found {
  readonly origin: RequestOrigin;
  readonly calls: readonly Node[];
}

function findFlows(file: BackendFile): Flow[] {
  if (!mayHoldRequests(file)) return [];
  const flows: Flow[] = [];
  for (const sink of sinksOf(file)) {
    for (const found of onePerPart(requestsIn(sinkOrigins(sink), sink.kind, file, 0), sink.kind))
      flows.push({
        kind: sink.kind,
        sink,
        source: found.origin,
        node: sink.value,
        calls: found.calls,
        clean: found.origin.clean,
      });
  }
  flows.push(...leavingFlows(file));
  return onePerName(flows.sort((a, b) => a.node.range[0] - b.node.range[0]));
}

const isByPart = (kind: SinkKind): boolean => kind === 'input' || kind === 'lookup';

/**
 * One way in is enough to name a danger. Input is judged by the part of the request that it is of: a path parameter says
 * nothing of the body beside it.
 */
function onePerPart(found: readonly Found[], kind: SinkKind): Found[] {
  if (!isByPart(kind)) return found.slice(0, 1);
  const parts = found.map(({ origin }) => origin.source.part);
  return found.filter((_, index) => parts.indexOf(parts[index]!) === index);
}

/** Calls that only look whether something is there. */
const PROBING =
  /\b(?:exists|existsSync|pathExists|access|accessSync|stat|statSync|lstat|lstatSync|mkdir|mkdirSync|ensureDir)$/;

/** A name handed to several sinks of a kind is one cause: it is told at the first that does more than look. */
function onePerName(flows: readonly Flow[]): Flow[] {
  const first = new Map<string, Flow>();
  for (const flow of flows) {
    const key = keyOf(flow);
    const before = key === null ? undefined : first.get(key);
    if (key !== null && (!before || (PROBING.test(before.sink.name) && !PROBING.test(flow.sink.name))))
      first.set(key, flow);
  }
  return flows.filter((flow) => {
    const key = keyOf(flow);
    return key === null || first.get(key) === flow;
  });
}

function keyOf({ kind, node, source }: Flow): string | null {
  const variable = node.type === 'Identifier' ? findVariable(node) : null;
  return variable ? `${kind}:${source.source.part}:${variable.identifiers[0]?.range[0] ?? -1}` : null;
}

/** Calls of functions in other files, with what their arguments reach there. */
function leavingFlows(file: BackendFile): Flow[] {
  const flows: Flow[] = [];
  const seen = new Set<string>();
  for (const calls of [...file.index.calls.values(), file.index.news])
    for (const call of calls) {
      const makers = buildersOf(call);
      if (!mayCarry(call) && !makers.some(mayCarry)) continue;
      if (!leaves(call, file) || ![call, ...makers].some((each) => carriesRequest(each, file))) continue;
      for (const { parameter, sink, calls: inner } of reachesBy(call)) {
        const key = `${call.range[0]}:${sink.kind}`;
        if (seen.has(key)) continue;
        const found = requestsIn([parameter], sink.kind, file, 0)[0];
        if (!found) continue;
        seen.add(key);
        const clean = found.origin.clean;
        flows.push({
          kind: sink.kind,
          sink,
          source: found.origin,
          node: call,
          calls: [...found.calls, ...inner],
          clean,
        });
      }
    }
  return flows;
}

/** Types of values that hold a whole request. */
const REQUESTS = /\.(?:Request|ApiRequest|Context|Event|Options)$/;

/** Whether something of a request is among the arguments: asked before what the call leads to is looked at. */
function carriesRequest(call: Call, file: BackendFile): boolean {
  return call.arguments.some((argument) => {
    if (argument.type === 'Literal' || argument.type === 'ArrowFunctionExpression') return false;
    if (holdsRequest(argument, file, 0)) return true;
    const entity = argument.type === 'Identifier' ? denote(argument) : null;
    return entity?.kind === 'instance' && REQUESTS.test(entity.type.id);
  });
}

/** The value itself, or else something inside of it. */
const holdsRequest = (node: Node, file: BackendFile, level: number): boolean =>
  comesFromRequest(trace(node), file, level) || comesFromRequest(trace(node, ['**']), file, level);

const comesFromRequest = (origins: readonly Origin[], file: BackendFile, level: number): boolean =>
  origins.some(
    ({ source }) =>
      source.kind === 'request' || (level < MAX_CALLERS && isHandedRequest(source.fn, source.index, file, level)),
  );

const handed = new WeakMap<FunctionNode, Map<number, boolean>>();

/** Whether a caller in the same file hands something of a request to a parameter; asked once for each. */
function isHandedRequest(fn: FunctionNode, index: number, file: BackendFile, level: number): boolean {
  let memo = handed.get(fn);
  if (!memo) handed.set(fn, (memo = new Map<number, boolean>()));
  const known = memo.get(index);
  if (known !== undefined) return known;
  memo.set(index, false);
  const answer = callersIn(fn, file).some((caller) => {
    const argument = caller.arguments[index];
    return argument !== undefined && holdsRequest(argument, file, level + 1);
  });
  memo.set(index, answer);
  return answer;
}

/** Whether a call leads into another file. What is dangerous there is dearer to ask than what is handed over. */
function leaves(call: Call, file: BackendFile): boolean {
  const fn = calledBy(call);
  return fn !== null && fileOf(fn) !== file;
}

/** The requests among origins: those that are, and what callers in the same file hand to a parameter. */
function requestsIn(origins: readonly Origin[], kind: SinkKind, file: BackendFile, level: number): Found[] {
  const found: Found[] = [];
  for (const origin of origins) {
    if (hasKind(origin.clean, kind)) continue;
    const { source } = origin;
    if (source.kind === 'request') found.push({ origin: origin as RequestOrigin, calls: [] });
    else if (level < MAX_CALLERS)
      for (const call of callersIn(source.fn, file)) {
        const given = argumentOrigins(call, source.fn, source.index, origin.path).map((each) => ({
          ...each,
          clean: each.clean | origin.clean,
          validatedBy: each.validatedBy ?? origin.validatedBy,
          steps: [...each.steps, ...origin.steps],
        }));
        for (const each of requestsIn(given, kind, file, level + 1))
          found.push({ ...each, calls: [call, ...each.calls] });
        if (found.length > 0) break;
      }
    if (found.length > 0 && !isByPart(kind)) break;
  }
  return found;
}

const callers = new WeakMap<FunctionNode, readonly TSESTree.CallExpression[]>();

/** The calls of a function in its own file. */
function callersIn(fn: FunctionNode, file: BackendFile): readonly TSESTree.CallExpression[] {
  if (fileOf(fn) !== file) return [];
  let found = callers.get(fn);
  if (!found) {
    const name = nameOfFunction(fn);
    found = name === null ? [] : (file.index.calls.get(name) ?? []).filter((call) => findCalled(call) === fn);
    callers.set(fn, found);
  }
  return found;
}
