import type { Effect, Effects, EffectKind, Lookup } from '../model/effect.js';
import { type BackendFile, fileOf, isWithin, lineAt } from '../model/file.js';
import type { Query } from '../model/query.js';
import type { FunctionNode, Node, TSESTree } from '../syntax/ast.js';
import { calleeName, unwrap } from '../syntax/nodes.js';
import { denote } from './entities.js';
import { jobHandlersOf } from './jobs/jobs.js';
import { outsideEffectsOf } from './effects/outside.js';
import { marksOf, withRepeats } from './effects/repeats.js';
import { writeOf } from './effects/writes.js';
import { queriesOf } from './queries.js';
import { isRefusedRepeat } from './unique-keys.js';

/** How many calls deep effects are followed, and through how many functions in all for one question. */
const MAX_DEPTH = 5;
const MAX_FUNCTIONS = 300;
/** More effects than these of one function are of no use to anybody. */
const MAX_EFFECTS = 80;

interface Summary extends Effects {
  /** Sites of atomic marks (SET NX), here or in functions called. */
  readonly marks: readonly Node[];
  /** How deep it was followed. */
  readonly depth: number;
}

const NONE: Summary = { effects: [], reads: [], marks: [], complete: false, depth: 0 };
const summaries = new WeakMap<FunctionNode, Summary>();

/** One question: what it has found so far for functions that stand in a cycle, and what it may still look at. */
interface Run {
  readonly open: Set<FunctionNode>;
  readonly partial: Map<FunctionNode, Summary>;
  left: number;
}

/**
 * What running a function does to the outside: its own writes, charges, mails, jobs, and those of the project's
 * functions, services and repositories that it calls, up to five calls deep. Each effect says whether a repeat of the
 * whole function repeats it, going by the code that was passed on the way there.
 */
export function effectsOf(fn: FunctionNode): Effects {
  return summarize(fn, MAX_DEPTH, { open: new Set(), partial: new Map(), left: MAX_FUNCTIONS });
}

function summarize(fn: FunctionNode, depth: number, run: Run): Summary {
  const known = summaries.get(fn) ?? run.partial.get(fn);
  if (known && (known.complete || known.depth >= depth)) return known;
  if (run.open.has(fn) || run.left <= 0) return NONE;
  run.open.add(fn);
  run.left--;
  const summary = make(fn, depth, run);
  run.open.delete(fn);
  // An answer that waits for a function still open is good for this question only.
  if (summary.complete || run.open.size === 0) summaries.set(fn, summary);
  else run.partial.set(fn, summary);
  return summary;
}

function make(fn: FunctionNode, depth: number, run: Run): Summary {
  const file = fileOf(fn);
  const effects: Effect[] = [];
  const reads: Lookup[] = [];
  const marks: Node[] = [...inRange(marksOf(file), fn, (call) => call)];
  let complete = true;
  const later = laterIn(file).filter((each) => each !== fn && isWithin(each, fn));
  const isLater = (node: Node): boolean => later.some((each) => isWithin(node, each));
  for (const query of inRange(queriesOf(file), fn, ({ start }) => start)) {
    if (isLater(query.start)) continue;
    const effect = effectOf(query, file);
    if (effect) effects.push(effect);
    else if (query.entity !== null && /^(?:read-one|read-many|count)$/.test(query.op))
      reads.push({ entity: query.entity, query, site: query.start });
  }
  for (const { node, kind, isKeyed } of inRange(outsideEffectsOf(file), fn, (effect) => effect.node)) {
    if (isLater(node)) continue;
    effects.push({
      kind,
      repeatable: isKeyed,
      safety: isKeyed ? 'key' : null,
      refuses: false,
      what: `${VERBS[kind]} (${calleeText(node, file)})`,
      entity: null,
      query: null,
      node,
      file,
      offset: node.range[0],
      site: node,
    });
  }
  for (const { call, target } of allCalled(fn, file)) {
    if (depth <= 0) {
      complete = false;
      continue;
    }
    if (isLater(call)) continue;
    const inner = summarize(target, depth - 1, run);
    complete &&= inner.complete;
    for (const effect of inner.effects)
      if (effects.length < MAX_EFFECTS && !isLeftOut(effect.site, target, call))
        effects.push({ ...effect, site: call });
    for (const read of inner.reads) if (reads.length < MAX_EFFECTS) reads.push({ ...read, site: call });
    if (inner.marks.length > 0) marks.push(call);
  }
  effects.sort((a, b) => a.site.range[0] - b.site.range[0]);
  return { effects: withRepeats(fn, file, effects, reads, marks), reads, marks, complete, depth };
}

/** The functions written into a registration, which the clock or a queue runs and not the function around them. */
const laterIn = (file: BackendFile): readonly FunctionNode[] => file.memo(findLater);

const findLater = (file: BackendFile): FunctionNode[] =>
  /cron|schedul|worker|queue/i.test(file.text)
    ? jobHandlersOf(file).flatMap(({ call, fn }) => (call && fn && isWithin(fn, call.call) ? [fn] : []))
    : [];

/** Whether a place in a function is behind a test of a parameter that the call gives nothing for. */
function isLeftOut(site: Node, target: FunctionNode, call: TSESTree.CallExpression): boolean {
  if (call.arguments.some((argument) => argument.type === 'SpreadElement')) return false;
  const missing = target.params
    .slice(call.arguments.length)
    .flatMap((each) => (each.type === 'Identifier' ? each.name : []));
  if (missing.length === 0) return false;
  let inner: Node = site;
  for (let up = site.parent; up && inner !== target; inner = up, up = up.parent) {
    if (up.type !== 'IfStatement' || up.consequent !== inner) continue;
    const asked = rootName(up.test);
    if (asked !== null && missing.includes(asked)) return true;
  }
  return false;
}

function rootName(test: Node): string | null {
  let node = unwrap(test);
  while (node.type === 'MemberExpression') node = unwrap(node.object);
  return node.type === 'Identifier' ? node.name : null;
}

const VERBS: Readonly<Record<EffectKind, string>> = {
  create: 'creates a row',
  set: 'updates',
  increment: 'counts up or down',
  append: 'appends',
  delete: 'deletes',
  upsert: 'creates or updates',
  charge: 'moves money',
  send: 'sends a message',
  enqueue: 'enqueues a job',
  publish: 'publishes a message',
  call: 'calls another service',
  upload: 'uploads',
};

function effectOf(query: Query, file: BackendFile): Effect | null {
  if (query.proof === 'name' || !query.run) return null;
  const write = writeOf(query);
  if (!write) return null;
  const isRefused = write.kind === 'create' && isRefusedRepeat(query, write, file);
  const isSame = write.kind === 'set' || write.kind === 'delete' || write.kind === 'upsert';
  const entity = write.table ?? query.entity;
  return {
    kind: write.kind,
    repeatable: isSame || isRefused,
    safety: isRefused ? 'unique' : isSame ? 'same' : null,
    refuses: isRefused,
    what: `${VERBS[write.kind]} (${calleeText(query.start, file, entity)})`,
    entity,
    query,
    node: query.start,
    file,
    offset: offsetOf(query),
    site: query.start,
  };
}

/** A chain is read where its telling call stands. */
function offsetOf({ start, links }: Query): number {
  const telling = links.find(({ row }) => row.op !== undefined)?.call.callee;
  return telling?.type === 'MemberExpression' ? telling.property.range[0] : start.range[0];
}

/** The line on which an effect happens; files beyond the linted one carry no lines in their trees. */
export const effectLine = ({ file, offset }: Effect): number => lineAt(file, offset);

/** The called thing as its reader knows it: `prisma.order.create`; for statements the table. */
function calleeText(
  node: TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.TaggedTemplateExpression,
  file: BackendFile,
  entity: string | null = null,
): string {
  const callee = node.type === 'TaggedTemplateExpression' ? node.tag : node.callee;
  const text = file.text
    .slice(callee.range[0], callee.range[1])
    .replaceAll(/\s+/g, '')
    .replace(/^this\./, '');
  const short = /^[\w$.?!#]+$/.test(text) ? text : (calleeName(node as TSESTree.CallExpression) ?? 'the database');
  return entity !== null && !short.toLowerCase().includes(entity.toLowerCase()) ? `${short} ${entity}` : short;
}

/** Callbacks handed to these by name run as part of the function. */
const RUNNERS =
  /^(?:map|forEach|flatMap|reduce|filter|then|all|run|execute|transaction|\$transaction|retry\w*|with[A-Z]\w*|waitUntil|after|each\w*|mapSeries|try\w*|safe\w*|wrap\w*|parallel|series|p[A-Z]\w*)$/;
/** Methods of the language and of loggers, never of the project. */
const BUILT_IN =
  /^(?:push|join|split|slice|includes|toString|trim|replace|replaceAll|test|match|keys|values|entries|stringify|parse|toLowerCase|toUpperCase|startsWith|endsWith|log|warn|info|debug|error|status|json|isArray|concat|some|every|sort|Number|String|Boolean|parseInt|parseFloat|fromEntries|assign|now|toISOString|getTime|require|expect)$/;

/** A call of one of the project's functions. */
export interface Called {
  readonly call: TSESTree.CallExpression;
  readonly target: FunctionNode;
}

/** The project's own functions that a function calls, or hands by name to something that runs them. */
export function* allCalled(fn: FunctionNode, file: BackendFile): Generator<Called> {
  for (const call of inRange(callsOf(file), fn, (each) => each)) {
    const name = calleeName(call) ?? '';
    if (BUILT_IN.test(name) && call.callee.type === 'MemberExpression') continue;
    const callee = denote(call.callee);
    // Functions written inside are part of this one already.
    if (callee?.kind === 'function' && !isWithin(callee.node, fn)) yield { call, target: callee.node };
    if (!RUNNERS.test(name)) continue;
    for (const argument of call.arguments) {
      if (argument.type !== 'Identifier' && argument.type !== 'MemberExpression') continue;
      const handed = denote(argument);
      if (handed?.kind === 'function' && !isWithin(handed.node, fn)) yield { call, target: handed.node };
    }
  }
}

const callsOf = (file: BackendFile): readonly TSESTree.CallExpression[] => file.memo(sortCalls);

const sortCalls = (file: BackendFile): TSESTree.CallExpression[] =>
  [...file.index.calls.values()].flat().sort((a, b) => a.range[0] - b.range[0]);

/** The items of a list in source order that stand inside a node. */
function inRange<T>(items: readonly T[], outer: Node, nodeOf: (item: T) => Node): readonly T[] {
  let low = 0;
  for (let high = items.length; low < high;) {
    const middle = (low + high) >> 1;
    if (nodeOf(items[middle]!).range[0] < outer.range[0]) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < items.length && nodeOf(items[end]!).range[0] < outer.range[1]) end++;
  return items.slice(low, end).filter((item) => nodeOf(item).range[1] <= outer.range[1]);
}
