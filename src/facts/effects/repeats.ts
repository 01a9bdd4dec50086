import type { Effect, Lookup, RepeatSafety } from '../../model/effect.js';
import type { BackendFile } from '../../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, hasBody, isInside } from '../../syntax/nodes.js';
import { allOf } from '../../syntax/walk.js';
import { filtersOf } from '../filters.js';
import { entityKey } from './names.js';
import { lookupsOf, origins, questionsIn, type Question } from './tests.js';

/** A place in a function behind which, or a branch inside which, a repeat of the whole does nothing again. */
interface Shield {
  /** Effects from here on are meant; inside `within`, where that is given. */
  readonly from: number;
  readonly within: Node | null;
  /** Only creations of this entity; null: all effects. */
  readonly entity: string | null;
  readonly safety: RepeatSafety;
  readonly refuses: boolean;
  /** The place itself: what it stands inside has to hold the effect too. */
  readonly at: Node;
}

const CONFLICT =
  /P2002|23505|ER_DUP_ENTRY|\b1062\b|\b11000\b|\b11001\b|SQLITE_CONSTRAINT|unique_?violation|UniqueConstraint|unique constraint|duplicate|ConditionalCheckFailed|already_?exists|isUnique|isConflict|\bConflict/i;
/** Tables whose rows say that something was handled. */
const MARKS = /event|webhook|processed|handled|idempot|dedup|seen|nonce|deliver|inbox|request_?log|lock/i;
const SECRETS_OF_ONE_USE = /token|code|otp|invit|verif|nonce|challenge|magic|ticket|confirmation|session/i;
const STATE_COLUMNS = /token|code|status|state|nonce|expire|used|otp|verif|pending|active|deleted|_at$|At$|secret|hash/;

/**
 * The effects of a function with what its own code does about repeats: rows looked up before they are created, marks set
 * in one atomic step, conflicts caught, states that let a thing happen once.
 */
export function withRepeats(
  fn: FunctionNode,
  file: BackendFile,
  effects: readonly Effect[],
  reads: readonly Lookup[],
  marks: readonly Node[],
): Effect[] {
  if (!hasBody(fn) || effects.every((effect) => effect.repeatable)) return [...effects];
  const shields = [
    ...effects.flatMap((effect) => (effect.refuses ? [behind(effect)] : [])),
    ...effects.flatMap((effect) => (effect.kind === 'delete' ? replacing(effect) : [])),
    ...reads.flatMap((read) => fromDemand(read, effects)),
    ...allOf(fn.body, ['TryStatement']).flatMap((node) => fromCatch(node, file, effects)),
    ...allOf(fn.body, ['IfStatement']).flatMap((node) => fromBranch(node, effects, reads, marks)),
    ...allOf(fn.body, ['ConditionalExpression', 'LogicalExpression']).flatMap((node) => fromChoice(node, reads)),
  ];
  return effects.map((effect) => {
    if (effect.repeatable) return effect;
    const shield = shields.find((each) => covers(each, effect, fn)) ?? caughtAt(effect, file);
    return shield ? { ...effect, repeatable: true, safety: shield.safety, refuses: shield.refuses } : effect;
  });
}

const behind = (effect: Effect): Shield => ({
  from: effect.site.range[1],
  within: null,
  entity: null,
  safety: effect.safety ?? 'unique',
  refuses: true,
  at: effect.site,
});

/** Rows deleted before they are created again: a replaced list, the same after every run. */
function replacing(effect: Effect): Shield[] {
  const entity = keyOf(effect);
  return entity === null
    ? []
    : [{ from: effect.site.range[1], within: null, entity, safety: 'same', refuses: false, at: effect.site }];
}

/** A row that has to be there (`findUniqueOrThrow`, a helper that throws) and is deleted in the end: a repeat finds none. */
function fromDemand({ entity, query, site }: Lookup, effects: readonly Effect[]): Shield[] {
  const isDemand =
    site !== query.start || (site.type === 'CallExpression' && /Or(?:Throw|Fail)$/.test(calleeName(site) ?? ''));
  const isTaken = effects.some(
    (effect) => effect.kind === 'delete' && effect.site.range[0] > site.range[0] && keyOf(effect) === entityKey(entity),
  );
  return isDemand && isTaken
    ? [{ from: site.range[1], within: null, entity: null, safety: 'dedup', refuses: true, at: site }]
    : [];
}

function covers(shield: Shield, effect: Effect, fn: FunctionNode): boolean {
  if (effect.site.range[0] < shield.from) return false;
  if (shield.within && !isInside(effect.site, shield.within)) return false;
  if (shield.entity !== null && (effect.kind !== 'create' || keyOf(effect) !== shield.entity)) return false;
  return shield.within !== null || isOnTheWay(shield.at, effect.site, fn);
}

const keyOf = ({ entity }: Effect): string | null => (entity === null ? null : entityKey(entity));

/** Whether whoever comes to `later` has passed `at`: every branch that `at` stands in holds `later` too. */
export function isOnTheWay(at: Node, later: Node, fn: FunctionNode): boolean {
  let inner: Node = at;
  for (let up = at.parent; up && inner !== fn; inner = up, up = up.parent) {
    const isBranch =
      (up.type === 'IfStatement' && inner !== up.test) ||
      (up.type === 'ConditionalExpression' && inner !== up.test) ||
      (up.type === 'LogicalExpression' && inner === up.right) ||
      up.type === 'SwitchCase' ||
      (up.type === 'CatchClause' && inner === up.body) ||
      ((up.type === 'ForOfStatement' || up.type === 'WhileStatement' || up.type === 'ForStatement') &&
        inner === up.body);
    if (isBranch && !isInside(later, inner)) return false;
  }
  return true;
}

const sourceOf = (node: Node, file: BackendFile): string => file.text.slice(node.range[0], node.range[1]);

/** `try { create } catch (e) { if (e.code === 'P2002') … }`. */
function fromCatch(node: TSESTree.TryStatement, file: BackendFile, effects: readonly Effect[]): Shield[] {
  if (!node.handler || !CONFLICT.test(sourceOf(node.handler, file))) return [];
  const first = effects.find(({ kind, site }) => kind === 'create' && isInside(site, node.block));
  return first
    ? [{ from: first.site.range[0], within: null, entity: null, safety: 'conflict', refuses: false, at: first.site }]
    : [];
}

/** `create(…).catch((e) => { if (e.code === 'P2002') … })`. */
function caughtAt(effect: Effect, file: BackendFile): { safety: RepeatSafety; refuses: boolean } | null {
  if (effect.kind !== 'create') return null;
  for (let node: Node = effect.site, hops = 0; node.parent && hops < 4; node = node.parent, hops++) {
    const member = node.parent;
    if (member.type !== 'MemberExpression' || member.object !== node) continue;
    const call = member.parent;
    const caught = call.type === 'CallExpression' && calleeName(call) === 'catch' ? call.arguments[0] : undefined;
    if (caught && CONFLICT.test(sourceOf(caught, file))) return { safety: 'conflict', refuses: false };
  }
  return null;
}

const EXITS =
  /^(?:error|fail|abort|reject|redirect|notFound|conflict|next|throw\w*|badRequest|send\w*|json|end|forbidden|done|respond\w*)$/;

/** Whether a branch ends the function. */
export function exitOf(branch: Node): 'throw' | 'return' | null {
  const last = branch.type === 'BlockStatement' ? branch.body.at(-1) : branch;
  switch (last?.type) {
    case 'ThrowStatement':
      return 'throw';
    case 'ReturnStatement':
    case 'ContinueStatement':
    case 'BreakStatement':
      return 'return';
    case 'ExpressionStatement':
      return last.expression.type === 'CallExpression' && EXITS.test(calleeName(last.expression) ?? '')
        ? 'throw'
        : null;
    default:
      return null;
  }
}

function fromBranch(
  node: TSESTree.IfStatement,
  effects: readonly Effect[],
  reads: readonly Lookup[],
  marks: readonly Node[],
): Shield[] {
  const exit = exitOf(node.consequent);
  const questions = questionsIn(node.test);
  const shields: Shield[] = [];
  const all = (): void => {
    if (exit === null) return;
    const refuses = exit === 'throw';
    shields.push({ from: node.range[1], within: null, entity: null, safety: 'dedup', refuses, at: node });
  };
  for (const question of questions) {
    if (exit !== null && isMark(question, effects, marks)) all();
    for (const lookup of lookupsOf(question, reads)) {
      const entity = entityKey(lookup.entity);
      const after = effects.filter(({ site }) => site.range[0] > node.range[0]);
      const touched = (kinds: RegExp): boolean =>
        after.some((effect) => kinds.test(effect.kind) && keyOf(effect) === entity);
      if (question.asks === 'found') {
        if (exit !== null && (touched(/create|upsert/) || MARKS.test(lookup.entity))) all();
        if (node.alternate) shields.push(inside(node.alternate, entity));
      } else if (question.asks === 'missing') {
        shields.push(inside(node.consequent, entity));
        if (exit !== null && (touched(/delete/) || (isOneUse(lookup) && touched(/set|increment/)))) all();
      } else if (exit !== null && touched(/set|delete|upsert/)) all();
    }
  }
  return shields;
}

const inside = (branch: Node, entity: string | null): Shield => ({
  from: 0,
  within: branch,
  entity,
  safety: 'dedup',
  refuses: false,
  at: branch,
});

/** The row is found by something that the function then uses up: a token, a code, a state. */
const isOneUse = (lookup: Lookup): boolean =>
  SECRETS_OF_ONE_USE.test(lookup.entity) ||
  filtersOf(lookup.query).known.some(({ column }) => STATE_COLUMNS.test(column));

/** Whether a condition asks for the outcome of one atomic step: SET NX, an insert that skips what is there. */
function isMark(question: Question, effects: readonly Effect[], marks: readonly Node[]): boolean {
  const from = origins(question.of);
  const isFrom = (site: Node): boolean => from.some((origin) => isInside(site, origin));
  return (
    marks.some(isFrom) ||
    effects.some(({ kind, query, site }) => kind === 'upsert' && query?.op !== 'update' && isFrom(site))
  );
}

/** `existing ?? (await create())`, `existing ? update(…) : create(…)`. */
function fromChoice(
  node: TSESTree.ConditionalExpression | TSESTree.LogicalExpression,
  reads: readonly Lookup[],
): Shield[] {
  const isChoice = node.type === 'ConditionalExpression';
  if (!isChoice && node.operator === '&&') return [];
  return questionsIn(isChoice ? node.test : node.left).flatMap((question) =>
    lookupsOf(question, reads).flatMap(({ entity }): Shield[] => {
      if (!isChoice) return [inside(node.right, entityKey(entity))];
      if (question.asks === 'state') return [];
      return [inside(question.asks === 'found' ? node.alternate : node.consequent, entityKey(entity))];
    }),
  );
}

/** Calls that set a mark only where none is: `redis.set(key, 1, 'EX', 60, 'NX')`, `set(key, 1, { nx: true })`, `setnx`. */
export const marksOf = (file: BackendFile): readonly TSESTree.CallExpression[] => file.memo(findMarks);

function findMarks(file: BackendFile): TSESTree.CallExpression[] {
  const calls = ['setnx', 'setNX', 'set', 'hsetnx', 'hSetNX', 'sadd', 'sAdd'].flatMap((name) => [
    ...(file.index.calls.get(name) ?? []),
  ]);
  const marks = calls.filter((call) => {
    if (/nx$|^sadd$/i.test(calleeName(call) ?? '')) return true;
    return call.arguments.some((argument) =>
      argument.type === 'ObjectExpression'
        ? argument.properties.some((property) => /^["']?(?:nx|NX|condition)["']?\s*:/.test(sourceOf(property, file)))
        : argument.type === 'Literal' && argument.value === 'NX',
    );
  });
  return marks.sort((a, b) => a.range[0] - b.range[0]);
}
