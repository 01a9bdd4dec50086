import type { KindSet } from '../../model/flow.js';
import { fileOf, sourceText } from '../../model/file.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, memberName, receiverOf, unwrap, unwrapAwait } from '../../syntax/nodes.js';
import { allReturns } from '../../syntax/walk.js';
import { findVariable, getBinding } from '../bindings.js';
import { findCalled } from '../entities.js';
import { impliesClosed } from '../guards.js';
import { constantOf, follow } from '../values.js';
import { matchedKinds } from './charset.js';
import { ALL, CHECKED, NONE, kinds } from './kinds.js';
import { fixesHost } from './prefixes.js';
import { impliedByPredicate } from './predicates.js';
import { isMadeOf, sharesOrigin } from './derivation.js';
import { isSame } from '../subjects.js';

/** The dangers that a condition, being true (or false), takes from the subject. */
export function impliedKinds(condition: Node, subject: Node, truth: boolean): KindSet {
  const test = unwrapAwait(condition);
  switch (test.type) {
    case 'UnaryExpression':
      return test.operator === '!' ? impliedKinds(test.argument, subject, !truth) : NONE;
    case 'LogicalExpression':
      return impliedByBoth(test, subject, truth);
    case 'BinaryExpression':
      return impliedByComparison(test, subject, truth);
    case 'CallExpression':
      return impliedByCall(test, subject, truth);
    case 'Identifier': {
      // `const isAllowed = LIST.includes(x); if (!isAllowed) return`
      const binding = getBinding(test);
      return binding.kind === 'value' && binding.constant && binding.init && binding.path.length === 0
        ? impliedKinds(binding.init, subject, truth)
        : NONE;
    }
    default:
      return NONE;
  }
}

function impliedByBoth(test: TSESTree.LogicalExpression, subject: Node, truth: boolean): KindSet {
  if (test.operator === '??') return NONE;
  const left = impliedKinds(test.left, subject, truth);
  const right = impliedKinds(test.right, subject, truth);
  if ((test.operator === '&&') === truth) return left | right | impliedTogether(test, subject, truth);
  // `!x || !LIST.includes(x)` that throws: an empty value is harmless.
  const empty = (side: Node): boolean => isEmptyTest(side, subject, truth);
  return (empty(test.left) ? ALL : left) & (empty(test.right) ? ALL : right);
}

/** `to.startsWith('/') && !to.startsWith('//')`: an address of this site by two tests. */
function impliedTogether(test: TSESTree.LogicalExpression, subject: Node, truth: boolean): KindSet {
  const starts = (text: string, holds: boolean): boolean => hasStart(test, subject, truth, text, holds);
  return starts('/', true) && (starts('//', false) || starts('/\\', false)) ? kinds('redirect', 'url') : NONE;
}

/** Whether the condition, taken apart, holds that the subject begins with a text, or doesn't. */
function hasStart(condition: Node, subject: Node, truth: boolean, text: string, holds: boolean): boolean {
  const test = unwrap(condition);
  if (test.type === 'UnaryExpression' && test.operator === '!')
    return hasStart(test.argument, subject, !truth, text, holds);
  if (test.type === 'LogicalExpression')
    return (
      (test.operator === '&&') === truth &&
      (hasStart(test.left, subject, truth, text, holds) || hasStart(test.right, subject, truth, text, holds))
    );
  if (test.type === 'BinaryExpression' && text.length === 1) {
    const equals = /^===?$/.test(test.operator);
    const first = unwrap(test.left);
    const isFirst =
      (first.type === 'MemberExpression' && constantOf(first.property) === 0 && isSame(first.object, subject)) ||
      (first.type === 'CallExpression' &&
        calleeName(first) === 'charAt' &&
        isSame(receiverOf(first) ?? undefined, subject));
    return isFirst && equals === (truth === holds) && constantOf(test.right) === text;
  }
  if (test.type !== 'CallExpression' || truth !== holds) return false;
  const receiver = receiverOf(test);
  const [first] = test.arguments;
  return (
    calleeName(test) === 'startsWith' && isSame(receiver ?? undefined, subject) && !!first && constantOf(first) === text
  );
}

/** A test that, with this outcome, leaves nothing but an empty value. */
function isEmptyTest(condition: Node, subject: Node, truth: boolean): boolean {
  const test = unwrap(condition);
  if (test.type === 'UnaryExpression' && test.operator === '!') return isEmptyTest(test.argument, subject, !truth);
  if (isSame(test, subject)) return !truth;
  if (test.type !== 'BinaryExpression') return false;
  const other = isSame(test.left, subject) ? test.right : isSame(test.right, subject) ? test.left : null;
  if (!other) {
    const type = unwrap(test.left);
    // `typeof x !== 'string' ||` that leaves is half of a check: the rest of it decides.
    return (
      type.type === 'UnaryExpression' &&
      type.operator === 'typeof' &&
      isSame(type.argument, subject) &&
      constantOf(test.right) === 'string' &&
      /^!==?$/.test(test.operator) === truth
    );
  }
  const isNothing = constantOf(other) === null || (other.type === 'Identifier' && other.name === 'undefined');
  return isNothing && /^===?$/.test(test.operator) === truth;
}

/** The parts of an address that say which host it leads to. */
const HOST = /^(?:host|hostname|origin)$/;

function impliedByComparison(test: TSESTree.BinaryExpression, subject: Node, truth: boolean): KindSet {
  const equals = /^===?$/.test(test.operator);
  const differs = /^!==?$/.test(test.operator);
  const type = unwrap(test.left);
  if (type.type === 'UnaryExpression' && type.operator === 'typeof' && isSame(type.argument, subject)) {
    const named = constantOf(test.right);
    if ((equals && truth) || (differs && !truth))
      return named === 'string' ? CHECKED : /^(?:number|boolean|bigint)$/.test(String(named)) ? ALL : NONE;
    return NONE;
  }
  if (equals || differs) {
    const positive = equals === truth;
    for (const [side, other] of [
      [test.left, test.right],
      [test.right, test.left],
    ] as const) {
      if (positive && isHostOf(side, subject)) return kinds('url', 'redirect', 'private');
      // `path.basename(name) !== name` leaves what has no folders.
      if (positive && isCallOf(side, 'basename') && isMadeOf(side, subject) && isSame(other, subject))
        return kinds('path');
      // `resolved === root || resolved.startsWith(root + sep)`
      if (positive && isResolved(side) && sharesOrigin(side, subject) && !sharesOrigin(other, subject))
        return kinds('path');
      if (!positive && isSame(side, subject) && isPrototypeName(other)) return kinds('property');
      if (!positive && constantOf(other) === -1) {
        const call = unwrap(side);
        if (call.type === 'CallExpression' && calleeName(call) === 'indexOf')
          return impliedByCall(call, subject, truth === equals ? false : true);
      }
      if (positive && constantOf(other) === 0 && isCallOf(side, 'indexOf')) {
        const call = unwrap(side) as TSESTree.CallExpression;
        return impliedByStart(call, receiverOf(call), subject, true);
      }
      if (positive && constantOf(other) === -1 && isCallOf(side, 'indexOf')) {
        const call = unwrap(side) as TSESTree.CallExpression;
        return impliedByAbsence(receiverOf(call), call.arguments[0], subject);
      }
    }
  }
  return impliesClosed(test, subject, truth) ? ALL : NONE;
}

const isCallOf = (node: Node, name: string): boolean => {
  const call = unwrap(node);
  return call.type === 'CallExpression' && calleeName(call) === name;
};

function isHostOf(node: Node, subject: Node): boolean {
  const value = unwrap(node);
  if (value.type === 'MemberExpression' && HOST.test(memberName(value) ?? ''))
    return sharesOrigin(value.object, subject);
  if (value.type === 'CallExpression') {
    const receiver = receiverOf(value);
    return (
      receiver !== null &&
      /^(?:toLowerCase|toString|trim)$/.test(calleeName(value) ?? '') &&
      isHostOf(receiver, subject)
    );
  }
  if (value.type !== 'Identifier') return false;
  const binding = getBinding(value);
  if (binding.kind !== 'value' || !binding.init) return false;
  return binding.path.length === 1
    ? HOST.test(binding.path[0]!) && sharesOrigin(binding.init, subject)
    : binding.path.length === 0 && isHostOf(binding.init, subject);
}

const isPrototypeName = (node: Node): boolean => /^(?:__proto__|constructor|prototype)$/.test(String(constantOf(node)));

function impliedByCall(call: TSESTree.CallExpression, subject: Node, truth: boolean): KindSet {
  const name = calleeName(call) ?? '';
  const receiver = receiverOf(call);
  const [first] = call.arguments;
  if (name === 'test' || name === 'match') {
    const [pattern, text] = name === 'test' ? [receiver, first] : [first, receiver];
    if (!pattern || !text) return NONE;
    if (truth && sharesOrigin(text, subject) && isHostOf(text, subject) && matchedKinds(pattern) !== NONE)
      return kinds('url', 'redirect', 'private');
    if (!isSame(text, subject)) return NONE;
    return truth ? matchedKinds(pattern) : impliedByRefusal(pattern);
  }
  if (first && receiver && (name === 'includes' || name === 'has' || name === 'indexOf')) {
    // A list of hosts holds the address's own.
    if (isHostOf(first, subject)) return truth ? kinds('url', 'redirect', 'private') : kinds('private');
    if (!truth && isSame(first, subject) && isPrototypeList(receiver)) return kinds('property');
    if (!truth) return impliedByAbsence(receiver, first, subject);
  }
  // What stands below a folder has no way up in front.
  if (name === 'startsWith' && !truth && receiver && first && isResolved(receiver) && sharesOrigin(receiver, subject))
    return String(constantOf(first) ?? '').startsWith('..') ? kinds('path') : NONE;
  if (name === 'startsWith' && truth) return impliedByStart(call, receiver, subject, false);
  if (name === 'endsWith' && truth && receiver && first && isHostOf(receiver, subject))
    return String(constantOf(first) ?? '.').startsWith('.') ? kinds('url', 'redirect', 'private') : NONE;
  if (name === 'isAbsolute' && !truth) return NONE;
  if (truth && impliesClosed(call, subject, truth)) return ALL;
  if (!truth && name === 'isNaN' && impliesClosed(call, subject, truth)) return ALL;
  return impliedByPredicate(call, subject, truth);
}

/** What a text is free of that a pattern of bad characters doesn't find. */
function impliedByRefusal(node: Node): KindSet {
  const pattern = follow(node);
  if (pattern.type !== 'Literal' || !('regex' in pattern)) return NONE;
  const source = pattern.regex.pattern;
  let set = NONE;
  if (/\\\.\\\.|\[\^?[^\]]*\\?\/[^\]]*\]|\\\//.test(source) && !source.startsWith('[^')) set |= kinds('path');
  if (/__proto__/.test(source)) set |= kinds('property');
  const allowed = /^\[\^(.+)\]$/.exec(source);
  if (allowed) {
    const whole = { ...pattern, regex: { pattern: `^[${allowed[1]!}]*$`, flags: '' } } as unknown as Node;
    set |= matchedKinds(whole);
  }
  return set;
}

/** `name.includes('..')` that leaves, `rel.startsWith('..')`: no way up is left. */
function impliedByAbsence(receiver: Node | null, first: Node | undefined, subject: Node): KindSet {
  if (!receiver || !first || !sharesOrigin(receiver, subject)) return NONE;
  const text = constantOf(first);
  if (text === '..' || text === '../') return kinds('path');
  if (text === '/' || text === '\\') return kinds('path');
  return text === '\0' ? NONE : NONE;
}

const isPrototypeList = (node: Node): boolean =>
  /__proto__/.test(fileOf(follow(node)).text.slice(...follow(node).range));

/** A text that begins with a folder after being resolved, or with a host. */
function impliedByStart(
  call: TSESTree.CallExpression,
  receiver: Node | null,
  subject: Node,
  indexed: boolean,
): KindSet {
  const [first] = call.arguments;
  if (!receiver || !first || !sharesOrigin(receiver, subject)) return NONE;
  const text = constantOf(first);
  if (typeof text === 'string' && /^[a-z]+:|^\//i.test(text) && isSame(receiver, subject) && !isResolved(receiver))
    return fixesHost(text) && /[/?#]$/.test(text) ? kinds('url', 'redirect') : NONE;
  if (isResolved(receiver)) return kinds('path');
  // `url.startsWith(BASE_URL)`: what it is can't be known.
  return typeof text !== 'string' && !indexed && /url|origin|host|base/i.test(sourceText(first))
    ? kinds('url', 'redirect')
    : NONE;
}

/** A path without `..` in it: what `resolve`, `join`, `normalize` or `realpath` made. */
function isResolved(node: Node, hops = 0): boolean {
  const value = unwrapAwait(node);
  if (hops > 6) return false;
  if (value.type === 'CallExpression') {
    const name = calleeName(value) ?? '';
    if (/^(?:resolve|join|normalize|realpath|realpathSync|relative)$/.test(name)) return true;
    const fn = findCalled(value);
    return fn !== null && allReturns(fn).some((each) => isResolved(each, hops + 1));
  }
  if (value.type !== 'Identifier') return false;
  const binding = getBinding(value);
  if (binding.kind !== 'value') return false;
  const writes = findVariable(value)?.references.flatMap(({ writeExpr }) => (writeExpr ? [writeExpr] : [])) ?? [];
  return writes.some((write) => isResolved(write, hops + 1));
}
