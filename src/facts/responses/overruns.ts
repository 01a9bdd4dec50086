import type { Answer } from '../../model/response.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, isInside, memberName, outward, unwrap, unwrapAwait } from '../../syntax/nodes.js';
import { allOf } from '../../syntax/walk.js';
import { getBinding } from '../bindings.js';
import { controlFlowOf, walkPaths, type Point } from '../control-flow.js';

/** An answer after which the function runs on. */
export interface Overrun {
  readonly answer: Answer;
  /** `again`: to another answer; `work`: to what the answer refused; `dropped`: the answer was made and not given back. */
  readonly how: 'again' | 'work' | 'dropped';
  /** What runs after it; for `dropped` the answer itself. */
  readonly next: Node;
}

/** The answers of a function after which it runs on to what should not happen any more, each once. */
export function allOverruns(fn: FunctionNode, answers: readonly Answer[]): Overrun[] {
  const dropped = answers.filter(isDropped).map((answer): Overrun => ({ answer, how: 'dropped', next: answer.node }));
  const ends = answers.filter(isEnd);
  const again = ends.length > 0 ? allRepeats(fn, ends) : [];
  const known = new Set([...dropped, ...again].map(({ answer }) => answer));
  const work = ends.flatMap((answer): Overrun[] => {
    const next = known.has(answer) ? null : findWorkAfter(answer);
    return next ? [{ answer, how: 'work', next }] : [];
  });
  return [...dropped, ...again, ...work];
}

const isStatement = (node: Node): boolean => {
  const parent = outward(node);
  return (parent?.type === 'AwaitExpression' ? outward(parent) : parent)?.type === 'ExpressionStatement';
};

/** An answer that only counts when it is given back, standing for itself. */
const isDropped = ({ does, node }: Answer): boolean => does === 'value' && isStatement(node);

function isEnd({ does, library }: Answer): boolean {
  switch (does) {
    case 'send':
    case 'set':
    case 'pass':
      return true;
    case 'return':
      return library.name === 'fastify';
    default:
      return false;
  }
}

/** Koa's body may be filled first and replaced later; an error's body is meant to be the last. */
const isFinal = ({ does, status }: Answer): boolean => does !== 'set' || (status !== null && status >= 400);

/** Every answer that one way through the function gives before another. */
function allRepeats(fn: FunctionNode, answers: readonly Answer[]): Overrun[] {
  const byNode = new Map<Node, number>(
    answers.flatMap(({ node, does }, index) => (does === 'return' ? [] : [[node, index] as const])),
  );
  const returned = new Map<Node, number>(
    answers.flatMap((answer, index) => (answer.does === 'return' ? [[statementOf(answer.node), index] as const] : [])),
  );
  const found = new Map<Answer, Overrun>();
  const isErrorHandler = fn.params.length === 4;
  const step = (point: Point, state: string): string | null => {
    const { node, holds } = point;
    if (!node) return state;
    if (holds !== undefined) return contradicts(node, holds, state !== '') ? null : state;
    const index = byNode.get(node) ?? returned.get(node);
    if (index === undefined) return state !== '' && isNext(node, answers[Number(state)]!) ? note(state, node) : state;
    if (state === '') return isFinal(answers[index]!) ? String(index) : state;
    const before = answers[Number(state)]!;
    if (index !== Number(state) && isSameAnswer(before, answers[index]!)) return state;
    // An error handler that has answered may tell the next one, which logs.
    if (isErrorHandler && answers[index]!.does === 'pass') return null;
    return note(state, answers[index]!.node);
  };
  const note = (state: string, next: Node): null => {
    const answer = answers[Number(state)]!;
    if (!found.has(answer)) found.set(answer, { answer, how: 'again', next });
    return null;
  };
  const isComplete = walkPaths<string>(controlFlowOf(fn), {
    start: '',
    step,
    // What a call throws after the answer is left out: nearly anything might. A `throw` is meant.
    thrown: (point, state) => (state === '' || point.node?.type === 'ThrowStatement' ? state : null),
  });
  return isComplete ? [...found.values()] : [];
}

/** Koa's `await next()` after an error's body. */
function isNext(node: Node, { does }: Answer): boolean {
  if (does !== 'set' || node.type !== 'CallExpression' || calleeName(node) !== 'next') return false;
  // `return next()`: the error's body is set, and whoever comes after it is meant to run.
  if (statementOf(node).type === 'ReturnStatement') return false;
  const callee = unwrap(node.callee);
  return callee.type === 'Identifier' && getBinding(callee).kind === 'parameter';
}

const statementOf = (node: Node): Node => {
  const parent = outward(node);
  return parent?.type === 'AwaitExpression' ? statementOf(parent) : (parent ?? node);
};

/** `res.send(x).end()` is one answer, and so is `res.send(x); res.end();`: ending what has ended does nothing. */
function isSameAnswer(first: Answer, second: Answer): boolean {
  if (isInside(first.node, second.node)) return true;
  const { node } = second;
  return node.type === 'CallExpression' && calleeName(node) === 'end' && node.arguments.length === 0 && isPlain(node);
}

const isPlain = (call: TSESTree.CallExpression): boolean =>
  call.callee.type === 'MemberExpression' && unwrap(call.callee.object).type !== 'CallExpression';

/** `if (!res.headersSent)` after an answer. */
function contradicts(test: Node, holds: boolean, isAnswered: boolean): boolean {
  const value = unwrap(test);
  const name = value.type === 'MemberExpression' ? memberName(value) : null;
  return (
    name !== null && /^(?:headersSent|sent|writableEnded|finished|destroyed|closed)$/.test(name) && holds !== isAnswered
  );
}

/** Calls that may well follow an answer: they tidy up or take notes. */
const ASIDE =
  /^(?:warn|info|debug|error|trace|end|rm|quit|finish)$|log(?!in)|audit|metric|track|record|close|release|flush|clean|unlink|dispose|rollback|commit|disconnect|sleep|delay/i;

/**
 * The work that runs after a refusal: `if (!user) res.status(401).json(…);`, and then what only a user may do. Refusals
 * are errors' statuses and `next(error)` at the end of an `if` without `else`; work is what the code behind it awaits.
 */
function findWorkAfter({ node, status, does, bodies }: Answer): Node | null {
  const isRefusal = does === 'pass' ? bodies.length > 0 : does === 'send' && status !== null && status >= 400;
  const statement = statementOf(node);
  if (!isRefusal || statement.type !== 'ExpressionStatement') return null;
  const block = statement.parent;
  if (block.type === 'BlockStatement' && block.body.at(-1) !== statement) return null;
  const branch = block.type === 'BlockStatement' ? block.parent : block;
  if (branch.type !== 'IfStatement' || branch.alternate || branch.parent.type !== 'BlockStatement') return null;
  const { body } = branch.parent;
  for (const after of body.slice(body.indexOf(branch) + 1)) {
    if (/^(?:Return|Throw)Statement$/.test(after.type) && !(after as TSESTree.ReturnStatement).argument) return null;
    if (after.type === 'IfStatement' && isOpposite(branch.test, after.test)) return null;
    for (const awaited of allOf(after, ['AwaitExpression'], { own: true })) {
      const call = unwrapAwait(awaited);
      if (call.type === 'CallExpression' && !ASIDE.test(calleeName(call) ?? '')) return awaited;
    }
  }
  return null;
}

function isOpposite(first: Node, second: Node): boolean {
  const [a, b] = [unwrap(first), unwrap(second)];
  return (a.type === 'UnaryExpression') !== (b.type === 'UnaryExpression');
}
