import { sourceText } from '../../model/file.js';
import type { Node } from '../../syntax/ast.js';
import { unwrap } from '../../syntax/nodes.js';
import type { Graph, Point } from './build.js';

/**
 * What is known of the function's conditions on one way through it: by the condition's text, whether it holds; for
 * comparisons with a constant, by the compared text, the constant that it equals (`=a`) or those that it doesn't (`!a!b`).
 */
export type Knowledge = ReadonlyMap<string, string>;

interface Condition {
  /** The text that is asked about. */
  readonly key: string;
  /** The constant that it is compared with; null where its truth is asked. */
  readonly constant: string | null;
  /** `!==`: the comparison holds where the constant is not met. */
  readonly isNegated: boolean;
}

const STABLE = /^[\w$.?![\]'"]+$/;
const conditions = new WeakMap<Node, Condition | null>();

/** What a test asks, where its answer stays the same until one of its names is written. */
function conditionOf(test: Node): Condition | null {
  const known = conditions.get(test);
  if (known !== undefined) return known;
  const made = readCondition(unwrap(test));
  conditions.set(test, made);
  return made;
}

function readCondition(test: Node): Condition | null {
  if (test.type === 'BinaryExpression' && /^[!=]==?$/.test(test.operator)) {
    const isNegated = test.operator.startsWith('!');
    const [left, right] = test.right.type === 'Literal' ? [test.left, test.right] : [test.right, test.left as Node];
    const key = textOf(left);
    if (right.type !== 'Literal' || key === null) return null;
    // `x == null` asks little more than `!x`; the difference (0, '') is not worth a false path.
    if (right.value === null) return { key, constant: null, isNegated: !isNegated };
    if (typeof right.value === 'boolean') return { key, constant: null, isNegated: isNegated === right.value };
    return { key, constant: right.raw, isNegated };
  }
  if (test.type !== 'Identifier' && test.type !== 'MemberExpression') return null;
  const key = textOf(test);
  return key === null ? null : { key, constant: null, isNegated: false };
}

function textOf(node: Node): string | null {
  const inner = unwrap(node);
  if (inner.type !== 'Identifier' && inner.type !== 'MemberExpression') return null;
  const text = sourceText(inner).replaceAll(/[\s?!]/g, '');
  return text.length <= 80 && STABLE.test(text) ? text : null;
}

/** The texts that are asked about more than once in a function: only they can rule a way out. */
export function correlatedKeys(graph: Graph): ReadonlySet<string> {
  const seen = new Map<string, Set<Node>>();
  for (const { node } of graph.assumptions) {
    const condition = node && node.type !== 'SwitchCase' ? conditionOf(node) : null;
    if (condition) seen.set(condition.key, (seen.get(condition.key) ?? new Set()).add(node!));
  }
  const written = new Set<string>();
  for (const node of graph.points.keys()) {
    const name = writtenName(node);
    if (name !== null && constantWritten(node) !== null) written.add(name);
  }
  return new Set([...seen].flatMap(([key, tests]) => (tests.size > 1 || written.has(key) ? [key] : [])));
}

/** The name that a point writes to: of an assignment or a declaration. */
function writtenName(node: Node): string | null {
  if (node.type === 'AssignmentExpression' || node.type === 'UpdateExpression') {
    const target = node.type === 'AssignmentExpression' ? node.left : node.argument;
    return target.type === 'Identifier' || target.type === 'MemberExpression' ? textOf(target) : null;
  }
  return node.type === 'VariableDeclarator' && node.id.type === 'Identifier' ? node.id.name : null;
}

/** The truth of what is written: of literals, and of objects made on the spot. */
function constantWritten(node: Node): boolean | null {
  const value = node.type === 'AssignmentExpression' && node.operator === '=' ? node.right : null;
  const written = value ?? (node.type === 'VariableDeclarator' ? node.init : null);
  if (!written) return null;
  const inner = unwrap(written);
  if (inner.type === 'Literal') return 'regex' in inner ? true : Boolean(inner.value);
  if (inner.type === 'Identifier') return inner.name === 'undefined' ? false : null;
  return /^(?:ObjectExpression|ArrayExpression|NewExpression)$/.test(inner.type) ? true : null;
}

/** What is known after a point; null where the point contradicts it, so that no run comes this way. */
export function learn(point: Point, known: Knowledge, keys: ReadonlySet<string>): Knowledge | null {
  const { node, holds } = point;
  if (!node || keys.size === 0) return known;
  if (holds !== undefined) return node.type === 'SwitchCase' ? known : assume(node, holds, known, keys);
  const name = writtenName(node);
  if (name === null) return known;
  const forgotten = [...known.keys()].filter((key) => key === name || key.startsWith(`${name}.`));
  const truth = keys.has(name) ? constantWritten(node) : null;
  if (forgotten.length === 0 && truth === null) return known;
  const next = new Map(known);
  for (const key of forgotten) next.delete(key);
  if (truth !== null) next.set(name, String(truth));
  return next;
}

function assume(test: Node, holds: boolean, known: Knowledge, keys: ReadonlySet<string>): Knowledge | null {
  const condition = conditionOf(test);
  if (!condition || !keys.has(condition.key)) return known;
  const { key, constant } = condition;
  const isMet = holds !== condition.isNegated;
  const before = known.get(key);
  if (constant === null) {
    if (before === 'true' || before === 'false') return before === String(isMet) ? known : null;
    return before === undefined ? new Map(known).set(key, String(isMet)) : known;
  }
  if (before?.startsWith('=')) return (before === `=${constant}`) === isMet ? known : null;
  if (isMet && before?.startsWith('!') && before.split('!').includes(constant)) return null;
  if (before === 'false' && isMet) return null;
  if (isMet) return new Map(known).set(key, `=${constant}`);
  return before === undefined || before.startsWith('!')
    ? new Map(known).set(key, `${before ?? ''}!${constant}`)
    : known;
}
