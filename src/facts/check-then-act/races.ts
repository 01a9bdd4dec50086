import type { Effect, Lookup } from '../../model/effect.js';
import type { BackendFile } from '../../model/file.js';
import type { FunctionNode, Node } from '../../syntax/ast.js';
import { enclosingFunction, hasBody, isInside } from '../../syntax/nodes.js';
import { walk } from '../../syntax/walk.js';
import { isBackground } from '../destination.js';
import { queriesOf } from '../queries.js';
import { scopeAt } from '../transactions/scopes.js';
import { amountsIn } from './amounts.js';
import { createsIn } from './creates.js';
import { numbersIn } from './numbers.js';
import { readsIn } from './reads.js';

/** A write that rests on what was read before, with nothing that keeps others from writing in between. */
export interface Race {
  /**
   * `create`: a row is created where none was found; `refused`: the same, and a unique key fails the second; `amount`: a value reckoned from the read one is written over it;
   * `number`: a row is given the number after the last, or after their count.
   */
  readonly kind: 'create' | 'refused' | 'amount' | 'number';
  /** What a person would change. */
  readonly site: Node;
  readonly read: Lookup;
  /** The column of the amount or number. */
  readonly column: string | null;
  readonly effect: Effect | null;
}

/** What keeps two from doing it at once, in words of code and of SQL. */
const LOCKS =
  /(?<![bcf])lock(?!ed|out)|mutex|semaphore|for\s+update|advisory|\bNX\b|set_?nx|single_?flight|serializable|isolation|pessimistic|optimistic|once_?per|in_?series|throttle|dedupe/i;
/** Code that runs once, or one at a time. */
const ONCE =
  /^(?:seed|bootstrap|init|setup|migrate|backfill|import|ensureDefault|on(?:Module|Application)|sync|main$)/i;
/** Databases inside the process, whose calls leave nobody in between. */
const SYNCHRONOUS: ReadonlySet<string> = new Set(['better-sqlite3', 'node-sqlite']);

/** The races of a file, in source order within each function. */
export function* racesOf(file: BackendFile): Generator<Race> {
  if (isBackground(file)) return;
  const told = new Set<Node>();
  for (const fn of file.index.functions) {
    // What is written inside a function is part of it.
    if (!hasBody(fn) || (isInner(fn) && scopeAt(fn) === null)) continue;
    // What a function does through others is dearer to ask than whether it decides or writes anything.
    if (!mayRace(fn, file)) continue;
    const reads = readsIn(fn, file);
    if (reads.length === 0 || isGuarded(fn, file)) continue;
    for (const race of [...createsIn(fn, reads), ...amountsIn(fn, reads, file), ...numbersIn(fn, reads, file)]) {
      if (told.has(race.site) || isCovered(race.site) || isCovered(race.read.site)) continue;
      if (SYNCHRONOUS.has(race.read.query.library.name)) continue;
      told.add(race.site);
      yield race;
    }
  }
}

/** Whether a function makes two calls with a decision between them, or writes by itself: without, nothing rests on a read. */
function mayRace(fn: FunctionNode & { body: Node }, file: BackendFile): boolean {
  const seen = { calls: 0, decides: false };
  walk(fn.body, (node, skip) => {
    if (seen.decides && seen.calls > 1) return skip;
    if (CALLS.has(node.type)) seen.calls++;
    seen.decides ||= DECISIONS.has(node.type);
    return undefined;
  });
  if (seen.decides && seen.calls > 1) return true;
  return (
    queriesOf(file).some(({ start }) => isInside(start, fn)) ||
    file.index.assignments.some((each) => each.left.type === 'MemberExpression' && isInside(each, fn))
  );
}

const CALLS: ReadonlySet<string> = new Set(['CallExpression', 'NewExpression', 'TaggedTemplateExpression']);
const DECISIONS: ReadonlySet<string> = new Set(['IfStatement', 'ConditionalExpression', 'LogicalExpression']);

const isInner = (fn: FunctionNode): boolean => {
  const outer = enclosingFunction(fn);
  return outer !== null && isCallback(fn);
};

/** Handed to a call inside of a function: `rows.map(async (row) => …)`. */
const isCallback = (fn: FunctionNode): boolean => fn.parent.type === 'CallExpression';

const isCovered = (node: Node): boolean => scopeAt(node) !== null;

function isGuarded(fn: FunctionNode, file: BackendFile): boolean {
  if (ONCE.test(nameOf(fn))) return true;
  if (!file.memo(speaksOfLocks)) return false;
  for (let at: FunctionNode | null = fn; at; at = enclosingFunction(at)) {
    const holder: Node = at.parent.type === 'CallExpression' ? at.parent : at;
    if (LOCKS.test(withoutSentences(file.text.slice(...holder.range)))) return true;
    // A route's registration: what stands round it says nothing more.
    if (holder !== at && !enclosingFunction(holder)) return false;
  }
  return false;
}

const speaksOfLocks = ({ text }: BackendFile): boolean => LOCKS.test(text);

/** Comments and messages say nothing. */
const withoutSentences = (code: string): string =>
  code
    .replaceAll(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(?:Error|Exception|json|send|message:)\s*\(?\s*(['"`])[^'"`\n]*\1/g, '');

function nameOf(fn: FunctionNode): string {
  if (fn.type !== 'ArrowFunctionExpression' && fn.id) return fn.id.name;
  const holder = fn.parent;
  if (holder.type === 'VariableDeclarator' && holder.id.type === 'Identifier') return holder.id.name;
  if ((holder.type === 'MethodDefinition' || holder.type === 'Property') && holder.key.type === 'Identifier')
    return holder.key.name;
  return '';
}
