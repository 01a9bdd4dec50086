import type { KindSet } from '../../model/flow.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, hasBody, isFunction, unwrap } from '../../syntax/nodes.js';
import { findVariable } from '../bindings.js';
import { findCalled } from '../entities.js';
import { leaves } from '../guards.js';
import { isStable, isWrittenBetween, type Subject } from '../subjects.js';
import { impliedKinds } from './checks.js';
import { ALL, NONE } from './kinds.js';
import { lookedUpKinds } from './predicates.js';

/** Statements before a use that are looked at, at each level. */
const MOST_STATEMENTS = 60;
const known = new WeakMap<Node, KindSet>();

/**
 * The dangers that checks on the path to a use take from the value: an `if` that leaves otherwise, the branch of a
 * condition, a `case`, an assertion, a function of the project's that throws. Checks of what is made of the value count
 * (`new URL(target).host`).
 */
export function guardedKinds(node: Subject): KindSet {
  const before = known.get(node);
  if (before !== undefined) return before;
  known.set(node, NONE);
  const set = findGuards(node);
  known.set(node, set);
  return set;
}

function findGuards(node: Subject): KindSet {
  let set = NONE;
  let inner: Node = node;
  for (let up: Node | undefined = node.parent; up && set !== ALL; up = up.parent) {
    // A nested function runs later: what it reads must be what was checked.
    if (isFunction(up) && !isStable(node)) return set;
    set |= guardsBy(up, inner, node);
    inner = up;
  }
  return set;
}

function guardsBy(up: Node, inner: Node, subject: Subject): KindSet {
  switch (up.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return inner === up.test ? NONE : impliedKinds(up.test, subject, inner === up.consequent);
    case 'LogicalExpression':
      return inner === up.right && up.operator !== '??' ? impliedKinds(up.left, subject, up.operator === '&&') : NONE;
    case 'WhileStatement':
      return inner === up.body ? impliedKinds(up.test, subject, true) : NONE;
    case 'SwitchCase':
      return up.test !== null && up.parent.discriminant !== subject
        ? impliedBySwitch(up, subject) | before(up.consequent, inner, subject)
        : before(up.consequent, inner, subject);
    case 'BlockStatement':
    case 'Program':
      return before(up.body, inner, subject);
    default:
      return NONE;
  }
}

/** In a `case` of constants the value is one of them. */
function impliedBySwitch(node: TSESTree.SwitchCase, subject: Subject): KindSet {
  const test = { type: 'BinaryExpression', operator: '===', left: node.parent.discriminant, right: node.test } as Node;
  const index = node.parent.cases.indexOf(node);
  const previous = node.parent.cases[index - 1];
  const fallsIn = previous !== undefined && previous.consequent.length === 0 && previous.test === null;
  return fallsIn ? NONE : impliedKinds(test, subject, true);
}

/** Statements before the one that holds the use. */
function before(body: readonly Node[], inner: Node, subject: Subject): KindSet {
  const end = body.indexOf(inner);
  let set = NONE;
  for (let i = end - 1, looked = 0; i >= 0 && looked < MOST_STATEMENTS; i--, looked++) {
    const found = checkedBy(body[i]!, subject);
    if (found !== NONE && !isWrittenBetween(body[i]!, subject)) set |= found;
  }
  return set;
}

function checkedBy(statement: Node, subject: Subject): KindSet {
  switch (statement.type) {
    case 'IfStatement':
      if (leaves(statement.consequent)) return impliedKinds(statement.test, subject, false);
      if (statement.alternate && leaves(statement.alternate)) return impliedKinds(statement.test, subject, true);
      return isReplaced(statement, subject) ? impliedKinds(statement.test, subject, false) : NONE;
    case 'SwitchStatement': {
      const other = statement.cases.find((each) => each.test === null);
      return other?.consequent.length && leaves(other.consequent.at(-1)!) && isSameText(statement.discriminant, subject)
        ? ALL
        : NONE;
    }
    case 'TryStatement':
      // What the block checks holds after it, when its failure leaves.
      return statement.handler && leaves(statement.handler.body)
        ? statement.block.body.reduce((set, each) => set | checkedBy(each, subject), NONE)
        : NONE;
    case 'VariableDeclaration':
      return statement.declarations.reduce((set, { init }) => (init ? set | calledCheck(init, subject) : set), NONE);
    case 'ExpressionStatement':
      return calledCheck(statement.expression, subject);
    default:
      return NONE;
  }
}

const isSameText = (node: Node, subject: Subject): boolean => {
  const value = unwrap(node);
  return value.type === 'Identifier' && subject.type === 'Identifier' && findVariable(value) === findVariable(subject);
};

/** `if (!LIST.includes(x)) x = 'a'`: afterwards it is one of the list, or what it was set to. */
function isReplaced(statement: TSESTree.IfStatement, subject: Subject): boolean {
  const body = statement.consequent.type === 'BlockStatement' ? statement.consequent.body : [statement.consequent];
  return body.some(
    (each) =>
      each.type === 'ExpressionStatement' &&
      each.expression.type === 'AssignmentExpression' &&
      isSameText(each.expression.left, subject),
  );
}

const ASSERTING = /^(?:assert|invariant|ok|check|ensure|expect)$/;
/** What a function that can't be looked into says that it does. */
const CHECKING = /^(?:assert|validate|check|ensure|verify|enforce|require|guard|throwIf|throwUnless)[A-Z_]/;

/** `assert(test)`, `assertSafe(x)`, `await checkUrl(x)`: a call that throws unless its argument is good. */
function calledCheck(node: Node, subject: Subject): KindSet {
  const inner = unwrap(node);
  const call = inner.type === 'AwaitExpression' ? unwrap(inner.argument) : inner;
  if (call.type !== 'CallExpression') return NONE;
  const name = calleeName(call) ?? '';
  const [first] = call.arguments;
  if (ASSERTING.test(name) && first) return impliedKinds(first, subject, true);
  const index = call.arguments.findIndex(
    (argument) => isSameText(argument, subject) || isSameMember(argument, subject),
  );
  if (index < 0) return NONE;
  const fn = findCalled(call);
  if (fn) return thrownBy(fn, index) | lookedUpKinds(fn);
  // A package's own check, by its name: whether it is enough can't be known.
  return CHECKING.test(name) ? ALL : NONE;
}

const isSameMember = (node: Node, subject: Subject): boolean => {
  const value = unwrap(node);
  if (value.type !== 'MemberExpression' || subject.type !== 'MemberExpression') return false;
  return (
    value.property.type === 'Identifier' &&
    subject.property.type === 'Identifier' &&
    value.property.name === subject.property.name &&
    (isSameText(value.object, subject.object as Subject) || isSameMember(value.object, subject.object as Subject))
  );
};

const thrown = new WeakMap<FunctionNode, Map<number, KindSet>>();

/** What a function of the project's guarantees of its argument when it returns: what its own checks leave. */
function thrownBy(fn: FunctionNode, index: number): KindSet {
  let memo = thrown.get(fn);
  if (!memo) thrown.set(fn, (memo = new Map<number, KindSet>()));
  const known = memo.get(index);
  if (known !== undefined) return known;
  memo.set(index, NONE);
  const parameter = fn.params[index];
  const id = parameter?.type === 'AssignmentPattern' ? parameter.left : parameter;
  let set = NONE;
  if (id?.type === 'Identifier' && hasBody(fn) && fn.body.type === 'BlockStatement')
    for (const statement of fn.body.body) set |= checkedBy(statement, id);
  memo.set(index, set);
  return set;
}
