import type { TSESTree } from '@typescript-eslint/utils';

import { sourceText } from '../model/file.js';
import type { Node } from '../syntax/ast.js';
import { calleeName, hasBody, isFunction, receiverOf, unwrap } from '../syntax/nodes.js';
import { allReturns } from '../syntax/walk.js';
import { judge, type Judging } from './closed.js';
import { isClosedKeyOf } from './closed-lists.js';
import { findCalled } from './entities.js';
import { isSafePattern } from './patterns.js';
import { isSame, isStable, isSubject, isWrittenBetween, type Subject } from './subjects.js';
import { constantOf, follow } from './values.js';

/**
 * Whether a check on the path to a value leaves only closed values: an `if` that leaves otherwise, the branch of a
 * condition, a `case`, an assertion. Holds in nested functions for names that are never written again.
 */
export function isGuarded(node: Node, at: Judging): boolean {
  if (!isSubject(node)) return false;
  let inner: Node = node;
  for (let up: Node | undefined = node.parent; up; up = up.parent) {
    if (isFunction(up) && !isStable(node)) return false;
    if (isGuardedBy(up, inner, node, at)) return true;
    inner = up;
  }
  return false;
}

function isGuardedBy(up: Node, inner: Node, subject: Subject, at: Judging): boolean {
  switch (up.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return inner !== up.test && impliesClosed(up.test, subject, inner === up.consequent);
    case 'LogicalExpression':
      return inner === up.right && up.operator !== '??' && impliesClosed(up.left, subject, up.operator === '&&');
    case 'SwitchCase':
      return isClosedCase(up, subject) || isClosedBefore(up.consequent, inner, subject, at);
    case 'BlockStatement':
    case 'Program':
      return isClosedBefore(up.body, inner, subject, at);
    default:
      return false;
  }
}

function isClosedCase(node: TSESTree.SwitchCase, subject: Subject): boolean {
  const parent = node.parent;
  if (!isSame(parent.discriminant, subject) || node.test === null) return false;
  // Cases that fall through lead here as well; a `default` among them takes everything.
  const index = parent.cases.indexOf(node);
  for (let i = index - 1; i >= 0; i--) {
    const before = parent.cases[i]!;
    if (before.consequent.length > 0 && leaves(before.consequent.at(-1)!)) break;
    if (before.test === null) return false;
  }
  return constantOf(node.test) !== undefined;
}

/** A statement before, after which only closed values are left. */
function isClosedBefore(body: readonly Node[], inner: Node, subject: Subject, at: Judging): boolean {
  const end = body.findIndex((each) => each === inner);
  for (let i = end - 1; i >= 0; i--) {
    const statement = body[i]!;
    if (isCheck(statement, subject, at)) return !isWrittenBetween(statement, subject);
  }
  return false;
}

function isCheck(statement: Node, subject: Subject, at: Judging): boolean {
  if (statement.type === 'IfStatement') {
    if (leaves(statement.consequent)) return impliesClosed(statement.test, subject, false);
    if (statement.alternate && leaves(statement.alternate)) return impliesClosed(statement.test, subject, true);
    return isReplaced(statement, subject, at);
  }
  if (statement.type === 'SwitchStatement' && isSame(statement.discriminant, subject)) {
    const other = statement.cases.find((each) => each.test === null);
    return other !== undefined && other.consequent.length > 0 && leaves(other.consequent.at(-1)!);
  }
  const call = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : null;
  const asked = call?.type === 'AwaitExpression' ? unwrap(call.argument) : call;
  if (asked?.type !== 'CallExpression') return false;
  if (/^(?:assert|invariant|ok|check|ensure|expect)$/.test(calleeName(asked) ?? '') && asked.arguments[0])
    return impliesClosed(asked.arguments[0], subject, true);
  return isChecker(asked, subject);
}

/** `if (!SORTS.includes(sort)) sort = 'id'`. */
function isReplaced(statement: TSESTree.IfStatement, subject: Subject, at: Judging): boolean {
  if (!impliesClosed(statement.test, subject, false)) return false;
  const body = statement.consequent.type === 'BlockStatement' ? statement.consequent.body : [statement.consequent];
  return body.some((each) => {
    const write = each.type === 'ExpressionStatement' ? each.expression : null;
    return write?.type === 'AssignmentExpression' && isSame(write.left, subject) && judge(write.right, at);
  });
}

/** `assertColumn(sort)`: a function of the project that throws unless its argument is closed. */
function isChecker(call: TSESTree.CallExpression, subject: Subject): boolean {
  const index = call.arguments.findIndex((argument) => isSame(argument, subject));
  const fn = index < 0 ? null : findCalled(call);
  const parameter = fn?.params[index];
  if (!fn || !hasBody(fn) || parameter?.type !== 'Identifier' || fn.body.type !== 'BlockStatement') return false;
  return fn.body.body.some(
    (each) =>
      each.type === 'IfStatement' &&
      leaves(each.consequent) &&
      isSubject(parameter) &&
      impliesClosed(each.test, parameter, false),
  );
}

/** Whether a statement never comes to its end: it throws, returns or goes on elsewhere. */
export function leaves(node: Node): boolean {
  switch (node.type) {
    case 'ThrowStatement':
    case 'ReturnStatement':
    case 'ContinueStatement':
    case 'BreakStatement':
      return true;
    case 'BlockStatement':
      return node.body.length > 0 && leaves(node.body.at(-1)!);
    case 'IfStatement':
      return leaves(node.consequent) && node.alternate !== null && leaves(node.alternate);
    case 'ExpressionStatement': {
      const call = unwrap(node.expression);
      if (call.type !== 'CallExpression') return false;
      // Koa's `ctx.throw(400)` doesn't come back either.
      return /^(?:exit|notFound|redirect|fail|throw)$/.test(calleeName(call) ?? '');
    }
    default:
      return false;
  }
}

/** Whether a condition, being true (or false), leaves only closed values of the subject. */
export function impliesClosed(condition: Node, subject: Node, truth: boolean): boolean {
  const test = unwrap(condition);
  switch (test.type) {
    case 'UnaryExpression':
      return test.operator === '!' && impliesClosed(test.argument, subject, !truth);
    case 'LogicalExpression': {
      const left = impliesClosed(test.left, subject, truth);
      const right = impliesClosed(test.right, subject, truth);
      if (test.operator === '??') return false;
      // `!x || !LIST.includes(x)` that throws; an empty value is closed in itself.
      return (test.operator === '&&') === truth
        ? left || right
        : (left || isEmptyTest(test.left, subject, truth)) &&
            (right || isEmptyTest(test.right, subject, truth)) &&
            (left || right);
    }
    case 'BinaryExpression':
      return isClosedComparison(test, subject, truth);
    case 'CallExpression':
      return isClosedTest(test, subject, truth);
    default:
      return false;
  }
}

/** A test that, with this outcome, leaves nothing but an empty value: `!x` being true, `x` being false. */
function isEmptyTest(condition: Node, subject: Node, truth: boolean): boolean {
  const test = unwrap(condition);
  if (test.type === 'UnaryExpression' && test.operator === '!') return isEmptyTest(test.argument, subject, !truth);
  // Without the object there is no member to be put into the text.
  if (isSame(test, subject) || (subject.type === 'MemberExpression' && isSame(test, subject.object))) return !truth;
  if (test.type !== 'BinaryExpression') return false;
  const other = isSame(test.left, subject) ? test.right : isSame(test.right, subject) ? test.left : null;
  if (!other) return false;
  const isNothing = constantOf(other) === null || (other.type === 'Identifier' && other.name === 'undefined');
  return isNothing && /^===?$/.test(test.operator) === truth;
}

function isClosedComparison(test: TSESTree.BinaryExpression, subject: Node, truth: boolean): boolean {
  const equals = /^===?$/.test(test.operator);
  if (equals || /^!==?$/.test(test.operator)) {
    const positive = equals === truth;
    if (isSame(test.left, subject) && positive) return constantOf(test.right) !== undefined;
    if (isSame(test.right, subject) && positive) return constantOf(test.left) !== undefined;
    const type = unwrap(test.left);
    if (type.type === 'UnaryExpression' && type.operator === 'typeof' && isSame(type.argument, subject))
      return positive && /^(?:number|bigint|boolean)$/.test(String(constantOf(test.right)));
    // LIST.indexOf(x) === -1
    return constantOf(test.right) === -1 && !positive && isIndexOf(test.left, subject);
  }
  if (test.operator === 'in') return truth && isSame(test.left, subject) && isClosedKeyOf(test.right);
  if (/^>=?$/.test(test.operator) && truth) return isIndexOf(test.left, subject);
  return test.operator === '<' && !truth && constantOf(test.right) === 0 && isIndexOf(test.left, subject);
}

function isIndexOf(node: Node, subject: Node): boolean {
  const call = unwrap(node);
  return (
    call.type === 'CallExpression' &&
    calleeName(call) === 'indexOf' &&
    isSame(call.arguments[0], subject) &&
    isList(receiverOf(call))
  );
}

/** Validators that take only harmless text. */
const VALIDATORS =
  /^(?:isUUID|isUuid|isInt|isInteger|isSafeInteger|isFinite|isNumeric|isNumber|isDecimal|isAlphanumeric|isAlpha|isHexadecimal|isMongoId|isULID|isBoolean|isIn|isISO8601|isValidUUID|validateUUID|isValidIdentifier|isValidUuid)$/;

/** A test whose name says that there is a list. */
const ALLOWED =
  /^(?:is|has)(?:Allowed|Supported|Known|Whitelisted|Permitted|Sortable|Safe)|^is(?:Valid|Safe)(?:Column|Sort|Field|Table|Identifier|Dimension|Metric|Name|Direction|Order|Key|Schema)/;

function isClosedTest(call: TSESTree.CallExpression, subject: Node, truth: boolean): boolean {
  const name = calleeName(call) ?? '';
  const receiver = receiverOf(call);
  const index = call.arguments.findIndex((argument) => isSame(argument, subject));
  if (name === 'isNaN' && index === 0 && !receiver) return !truth;
  if (!truth) return false;
  if (name === 'match' && receiver && isSame(receiver, subject))
    return !!call.arguments[0] && isSafePattern(call.arguments[0]);
  if (index < 0) return false;
  if (name === 'test' && receiver) return isSafePattern(receiver);
  if ((name === 'includes' || name === 'has') && index === 0) return isList(receiver);
  if (name === 'hasOwn' && index === 1) return isClosedKeyOf(call.arguments[0]!);
  if (name === 'hasOwnProperty' && index === 0) return receiver !== null && isClosedKeyOf(receiver);
  if (name === 'call' && index === 1 && /hasOwnProperty/.test(sourceText(call.callee)))
    return isClosedKeyOf(call.arguments[0]!);
  if ((VALIDATORS.test(name) && index === 0) || ALLOWED.test(name)) return true;
  if (name === 'validate' && receiver?.type === 'Identifier' && /^uuid/i.test(receiver.name)) return true;
  return isPredicate(call, index);
}

/** A list or set of anything but text: `columns.includes(x)` checks membership, `text.includes(x)` doesn't. */
function isList(node: Node | null): boolean {
  if (!node) return false;
  const list = follow(node);
  return list.type !== 'TemplateLiteral' && list.type !== 'BinaryExpression' && typeof constantOf(list) !== 'string';
}

/** `isColumn(x)`: a function of the project that answers with such a test. */
function isPredicate(call: TSESTree.CallExpression, index: number): boolean {
  const fn = findCalled(call);
  const parameter = fn?.params[index];
  if (!fn || parameter?.type !== 'Identifier') return false;
  const returned = allReturns(fn);
  return returned.length === 1 && impliesClosed(returned[0]!, parameter, true);
}
