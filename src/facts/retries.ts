import type { BackendFile } from '../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../syntax/ast.js';
import { enclosingFunction, findProperty, isFunction, isInside, keyName, unwrap } from '../syntax/nodes.js';
import { allOf, allReturns } from '../syntax/walk.js';
import { findVariable } from './bindings.js';
import { denote } from './entities.js';
import { outgoingOf } from './outgoing/calls.js';
import { constantOf, follow } from './values.js';

/** What is wrong with a retry: it never ends, it doesn't wait in between, or it repeats what can't succeed. */
export interface FaultyRetry {
  readonly fault: 'endless' | 'hasty' | 'blind';
  readonly node: Node;
}

/** The retries of a file that are made by hand or by a library, and can do harm. */
export const faultyRetriesOf = (file: BackendFile): readonly FaultyRetry[] => file.memo(findFaultyRetries);

type Loop = TSESTree.WhileStatement | TSESTree.DoWhileStatement | TSESTree.ForStatement;

function findFaultyRetries(file: BackendFile): FaultyRetry[] {
  const found = new Map<Node, FaultyRetry>();
  for (const clause of file.index.catches) {
    const loop = loopRound(clause);
    const fault = loop ? faultOfLoop(loop, clause, file) : null;
    if (loop && fault) found.set(loop, { fault, node: loop });
  }
  for (const call of recursionsIn(file)) found.set(call, { fault: 'endless', node: call });
  for (const retry of byLibraries(file)) found.set(retry.node, retry);
  return [...found.values()];
}

/** The loop whose turns are attempts: the innermost one round the `try`, in the same function. */
function loopRound(clause: TSESTree.CatchClause): Loop | null {
  for (let up: Node | undefined = clause.parent.parent; up && !isFunction(up); up = up.parent) {
    if (up.type === 'WhileStatement' || up.type === 'DoWhileStatement' || up.type === 'ForStatement') return up;
    if (up.type === 'ForOfStatement' || up.type === 'ForInStatement') return null;
  }
  return null;
}

const TELLS =
  /attempt|retr(?:y|ies)|tries|count|max|deadline|elapsed|remaining|left|until|now\(|abort|stopp|closed|shutdown|running|budget/i;
const WAITS = /sleep|delay|(?<!a)wait|pause|backoff|setTimeout|timers?\b|retryAfter/i;

function faultOfLoop(loop: Loop, clause: TSESTree.CatchClause, file: BackendFile): FaultyRetry['fault'] | null {
  const attempt = clause.parent.block;
  // A consumer goes on after a success; a retry is done then.
  if (
    !endsOnSuccess(loop, clause) ||
    allOf(attempt, ['AwaitExpression', 'YieldExpression'], { own: true }).length === 0
  )
    return null;
  if (isEndless(loop, file)) return 'endless';
  const text = file.text.slice(...loop.range);
  const isExamined = examines(clause);
  if (!WAITS.test(text)) return isExamined ? null : 'hasty';
  return !isExamined && rejectsRefusals(attempt, file) ? 'blind' : null;
}

function endsOnSuccess(loop: Loop, clause: TSESTree.CatchClause): boolean {
  const attempt = clause.parent;
  const isEnd = ({ type }: Node): boolean => type === 'ReturnStatement' || type === 'BreakStatement';
  if (attempt.block.body.some(isEnd)) return true;
  const { parent } = attempt;
  if (parent.type === 'BlockStatement' && parent.body.slice(parent.body.indexOf(attempt) + 1).some(isEnd)) return true;
  // `while (!done) { try { …; done = true; } catch {} }`
  const flag = loop.test && unwrap(loop.test);
  const asked = flag?.type === 'UnaryExpression' && flag.operator === '!' ? unwrap(flag.argument) : null;
  return (
    asked?.type === 'Identifier' &&
    attempt.block.body.some(
      (statement) =>
        statement.type === 'ExpressionStatement' &&
        statement.expression.type === 'AssignmentExpression' &&
        statement.expression.left.type === 'Identifier' &&
        statement.expression.left.name === asked.name,
    )
  );
}

/** A loop without a condition that counts, and without a way out that does. */
function isEndless(loop: Loop, file: BackendFile): boolean {
  const tests = [
    ...(loop.test ? [loop.test] : []),
    ...allOf(loop.body, ['IfStatement', 'ConditionalExpression'], { own: true }).map(({ test }) => test),
  ];
  return tests.every((test) => {
    const text = file.text.slice(...test.range);
    return !TELLS.test(text) && allOf(test, ['BinaryExpression']).every(({ operator }) => !/[<>]/.test(operator));
  });
}

/** Whether the handler looks at what went wrong, in a condition or by handing it to something that tells. */
function examines({ param, body }: TSESTree.CatchClause): boolean {
  if (!param) return false;
  if (param.type !== 'Identifier') return true;
  const tests = allOf(body, ['IfStatement', 'ConditionalExpression', 'SwitchStatement', 'LogicalExpression'], {
    own: true,
  }).map((each) =>
    each.type === 'SwitchStatement' ? each.discriminant : each.type === 'LogicalExpression' ? each : each.test,
  );
  const isTested = ({ identifier }: { identifier: Node }): boolean => tests.some((test) => isInside(identifier, test));
  const references = findVariable(param)?.references ?? [];
  // `const status = error.response?.status;` is looked at under its own name.
  const derived = allOf(body, ['VariableDeclarator'], { own: true }).filter(
    ({ id, init }) =>
      id.type === 'Identifier' && init && references.some(({ identifier }) => isInside(identifier, init)),
  );
  return [
    ...references,
    ...derived.flatMap(({ id }) => findVariable(id as TSESTree.Identifier)?.references ?? []),
  ].some(isTested);
}

/** Whether a refusal of the other side (4xx) makes the attempt fail: by the client itself, or by a test of the answer. */
function rejectsRefusals(attempt: Node, file: BackendFile): boolean {
  return outgoingOf(file).some(({ node, row, library }) => {
    if (row.does !== 'request' || !isInside(node, attempt)) return false;
    if (/^(?:axios|got|ky|ofetch|superagent|nestjs-axios)$/.test(library.name)) return true;
    return /if\s*\(\s*!\s*\w+\.ok\s*\)\s*\{?\s*throw\b/.test(file.text.slice(...attempt.range));
  });
}

const LASTING =
  /prompt|(?<![a-z])ask|connect|subscri|listen|consum|poll|watch|schedul|loop|tick|drain|next|page|worker|heartbeat|cron|walk|visit|^run/i;

/** Functions that call themselves again as they were called, when something failed or isn't there yet. */
function* recursionsIn(file: BackendFile): Generator<TSESTree.CallExpression> {
  for (const fn of file.index.functions) {
    if (!fn.async || fn.generator) continue;
    const name = nameOf(fn);
    if (name === null || LASTING.test(name)) continue;
    for (const call of file.index.calls.get(name) ?? []) {
      if (!isInside(call, fn) || enclosingFunction(call) !== fn || !isSelf(call, fn)) continue;
      if (!isRepeated(call, fn) || !isWaitedFor(call)) continue;
      const text = file.text.slice(...fn.range);
      const counts =
        /\b(?:attempt|retr(?:y|ies)\b|tries|count|cursor|offset|page)\w*\s*(?:\+\+|[-+]?=[^=])|\+\+\s*\w/i.test(text);
      const compares = allOf(fn.body, ['BinaryExpression'], { own: true }).some(({ operator }) =>
        /[<>]/.test(operator),
      );
      if (!counts && !compares) yield call;
    }
  }
}

function nameOf(fn: FunctionNode): string | null {
  if (fn.type === 'FunctionDeclaration') return fn.id?.name ?? null;
  const { parent } = fn;
  if (parent.type === 'VariableDeclarator') return parent.id.type === 'Identifier' ? parent.id.name : null;
  return parent.type === 'MethodDefinition' ? keyName(parent.key, parent.computed) : null;
}

function isSelf(call: TSESTree.CallExpression, fn: FunctionNode): boolean {
  const callee = unwrap(call.callee);
  if (callee.type === 'MemberExpression' && callee.object.type !== 'ThisExpression') return false;
  const entity = denote(callee);
  return entity?.kind === 'function' && entity.node === fn;
}

/** The same arguments again: nothing counts down. */
const isRepeated = (call: TSESTree.CallExpression, fn: FunctionNode): boolean =>
  call.arguments.length <= fn.params.length &&
  call.arguments.every((argument, index) => {
    const parameter = fn.params[index];
    const target = parameter?.type === 'AssignmentPattern' ? parameter.left : parameter;
    return argument.type === 'Identifier' && target?.type === 'Identifier' && target.name === argument.name;
  }) &&
  // A value that a default would reset doesn't count either, but may be meant.
  (call.arguments.length > 0 || fn.params.length === 0);

/** In a handler, or after something was waited for. */
function isWaitedFor(call: TSESTree.CallExpression): boolean {
  const { parent } = call;
  if (parent.type !== 'AwaitExpression' && parent.type !== 'ReturnStatement') return false;
  for (let up: Node | undefined = parent, inner: Node = call; !isFunction(up); inner = up, up = up.parent) {
    if (up.type === 'CatchClause') return true;
    if (up.type !== 'BlockStatement') continue;
    const before = up.body.slice(0, up.body.indexOf(inner as TSESTree.Statement));
    // `await enqueue(); await job.finished(); await this.load();`
    if (before.filter((each) => allOf(each, ['AwaitExpression'], { own: true }).length > 0).length >= 2) return true;
  }
  return false;
}

const ENDLESS = ['retries', 'maxRetries', 'numOfAttempts', 'limit', 'maxAttempts', 'times', 'count'];
const RETRIERS: Readonly<Record<string, RegExp>> = {
  'axios-retry': /.*/,
  'p-retry': /.*/,
  'async-retry': /.*/,
  'exponential-backoff': /^backOff$/,
  'promise-retry': /.*/,
  retry: /^operation$/,
  rxjs: /^retry$/,
};

function* byLibraries(file: BackendFile): Generator<FaultyRetry> {
  if (!file.index.specifiers.some((specifier) => RETRIERS[specifier] !== undefined || specifier === 'rxjs/operators'))
    return;
  for (const [name, calls] of file.index.calls) {
    if (!/retry|backoff|operation/i.test(name)) continue;
    for (const call of calls) {
      const callee = denote(call.callee);
      if (callee?.kind !== 'export') continue;
      const module = callee.module === 'rxjs/operators' ? 'rxjs' : callee.module;
      if (!RETRIERS[module]?.test(callee.path.at(-1) ?? '')) continue;
      const fault = faultOfOptions(call, module);
      if (fault) yield { fault, node: call };
    }
  }
}

function faultOfOptions(call: TSESTree.CallExpression, module: string): FaultyRetry['fault'] | null {
  if (module === 'rxjs' && call.arguments.length === 0) return 'endless';
  const options = call.arguments.map((argument) => follow(argument)).find(({ type }) => type === 'ObjectExpression');
  if (options?.type !== 'ObjectExpression')
    return module === 'axios-retry' && call.arguments.length === 1 ? 'hasty' : null;
  const forever = findProperty(options, 'forever')?.value;
  if (forever && constantOf(forever) === true) return 'endless';
  for (const name of ENDLESS) {
    const value = findProperty(options, name)?.value;
    if (value && isInfinite(value)) return 'endless';
  }
  if (options.properties.some(({ type }) => type === 'SpreadElement')) return null;
  if (module === 'rxjs') return findProperty(options, 'count') ? null : 'endless';
  if (module !== 'axios-retry') return null;
  const condition = findProperty(options, 'retryCondition')?.value;
  const asks = condition && follow(condition);
  if (isFunction(asks) && allReturns(asks).some((returned) => constantOf(returned) === true)) return 'blind';
  return findProperty(options, 'retryDelay') ? null : 'hasty';
}

function isInfinite(node: Node): boolean {
  const value = follow(node);
  if (value.type === 'Identifier') return value.name === 'Infinity';
  return (
    value.type === 'MemberExpression' &&
    /^(?:POSITIVE_INFINITY|MAX_SAFE_INTEGER|MAX_VALUE)$/.test(calleeOrMember(value))
  );
}

const calleeOrMember = (node: TSESTree.MemberExpression): string => keyName(node.property, node.computed) ?? '';
