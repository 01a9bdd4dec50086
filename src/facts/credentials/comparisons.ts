import { type BackendFile, sourceText } from '../../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import {
  calleeName,
  closest,
  enclosingFunction,
  isFunction,
  isInside,
  keyName,
  memberName,
  receiverOf,
  unwrap,
  unwrapAwait,
} from '../../syntax/nodes.js';
import { allOf } from '../../syntax/walk.js';
import { getBinding } from '../bindings.js';
import { constantOf } from '../values.js';
import { findDigest, isKeyed } from './digests.js';
import { credentialOf, credentialWord, readName, type CredentialKind } from './names.js';
import { findConfigured, isRequestRead, isStored } from './origins.js';
import { functionName } from './functions.js';

/** A comparison of something secret with something that a client sends, which stops at the first difference. */
export interface UnsafeComparison {
  readonly node: TSESTree.BinaryExpression | TSESTree.CallExpression;
  /** What the client sends, and what it is held against. */
  readonly given: Node;
  readonly expected: Node;
  readonly kind: CredentialKind;
  /** Both are Buffers. */
  readonly buffers: boolean;
  /** `!==`: true where they differ. */
  readonly negated: boolean;
}

/** Every such comparison of a file. */
export const unsafeComparisonsOf = (file: BackendFile): readonly UnsafeComparison[] => file.memo(findComparisons);

function findComparisons(file: BackendFile): UnsafeComparison[] {
  const found: UnsafeComparison[] = [];
  const add = (node: UnsafeComparison['node'], a: Node, b: Node, buffers: boolean, negated: boolean): void => {
    const judged = judge(a, b) ?? judge(b, a);
    if (judged && !isOfAcme(node) && !(negated && isOfChange(node, judged.expected)))
      found.push({ node, ...judged, buffers, negated });
  };
  for (const node of file.index.comparisons) {
    const left = unwrap(node.left);
    const negated = node.operator.startsWith('!');
    const compared = left.type === 'CallExpression' && calleeName(left) === 'compare' ? left : null;
    const owner = compared && receiverOf(compared);
    if (compared && owner?.type === 'Identifier' && owner.name === 'Buffer' && compared.arguments.length === 2) {
      add(node, compared.arguments[0]!, compared.arguments[1]!, true, negated);
      continue;
    }
    if (isPlain(node.left) || isPlain(node.right)) continue;
    add(node, node.left, node.right, false, negated);
  }
  for (const call of file.index.calls.get('equals') ?? []) {
    const receiver = receiverOf(call);
    const [other] = call.arguments;
    if (
      receiver &&
      other &&
      other.type !== 'SpreadElement' &&
      call.arguments.length === 1 &&
      (isBuffer(receiver) || isBuffer(other))
    )
      add(call, receiver, other, true, false);
  }
  return found;
}

/** Nothing that a client can search for: constants, types, lengths, `undefined`. */
function isPlain(node: Node): boolean {
  const value = unwrapAwait(node);
  switch (value.type) {
    case 'Literal':
    case 'UnaryExpression':
    case 'ObjectExpression':
    case 'ArrayExpression':
    case 'ThisExpression':
      return true;
    case 'Identifier':
      return /^(?:undefined|NaN|Infinity)$/.test(value.name) || constantOf(value) !== undefined;
    case 'MemberExpression':
      return (
        /^(?:length|size|type|id|status|kind|byteLength)$/.test(memberName(value) ?? '') ||
        constantOf(value) !== undefined
      );
    default:
      return constantOf(value) !== undefined;
  }
}

function isBuffer(node: Node, hops = 0): boolean {
  const value = unwrapAwait(node);
  if (value.type === 'Identifier' && hops < 4) {
    const binding = getBinding(value);
    return (
      binding.kind === 'value' && binding.init !== null && binding.path.length === 0 && isBuffer(binding.init, hops + 1)
    );
  }
  if (value.type !== 'CallExpression') return false;
  const name = calleeName(value);
  const receiver = receiverOf(value);
  if (name === 'digest') return value.arguments.length === 0;
  return (
    (name === 'from' || name === 'alloc' || name === 'concat') &&
    receiver?.type === 'Identifier' &&
    receiver.name === 'Buffer'
  );
}

/** The token of an ACME challenge is in the address that everybody may ask for. https://www.rfc-editor.org/rfc/rfc8555#section-8.3 */
function isOfAcme(node: Node): boolean {
  const route = closest(node, 'CallExpression', 'FunctionDeclaration');
  return /acme-challenge|letsencrypt|\bacme\b/i.test(sourceText(route?.type === 'CallExpression' ? route : node));
}

/** `if (key !== org.licenseKey) { updates.licenseKey = key; }` asks whether there is something to save. */
function isOfChange(node: Node, expected: Node): boolean {
  const value = unwrapAwait(expected);
  const name = value.type === 'MemberExpression' ? memberName(value) : null;
  const test = closest(node, 'IfStatement');
  if (name === null || !test || !isInside(node, test.test)) return false;
  return new RegExp(`\\.${name}\\s*=(?!=)|[{,]\\s*${name}\\s*[:,}]`).test(sourceText(test.consequent));
}

type Judged = Pick<UnsafeComparison, 'given' | 'expected' | 'kind'>;

/** `expected` is what the program holds; the other side may come from outside. */
function judge(given: Node, expected: Node): Judged | null {
  // Two settings that are held against each other: neither is guessed by anybody.
  if (isOfSettings(given) && isOfSettings(expected)) return null;
  const kind = credentialOf(expected);
  const asked = credentialOf(given);
  const digest = findDigest(expected);
  if (digest) {
    // HMACs of both sides, compared, tell nothing; two digests of contents are no secrets.
    if (findDigest(given)) return null;
    if (kind === 'password' || asked === 'password' || isOfPassword(digest.inputs)) return null;
    if (digest.kind === 'hmac' || isKeyed(digest)) return { given, expected, kind: asked ?? 'signature' };
    return asked === 'signature' && !isStored(given) ? { given, expected, kind: asked } : null;
  }
  const configured = findConfigured(expected);
  if (configured !== null)
    return findConfigured(given) === null && !isOwnWord(given)
      ? { given, expected, kind: credentialWord(configured) ?? 'secret' }
      : null;
  if (asked === null || kind === null) return findCode(given, expected);
  if (asked === 'password' || kind === 'password')
    return asked === kind && isPagePassword(expected) && isFromOutside(given) ? { given, expected, kind } : null;
  if (isSameSource(given, expected)) return null;
  if (isRequestRead(given)) return isRequestRead(expected) && !isCookie(expected) ? null : { given, expected, kind };
  const word = readName(expected) ?? '';
  if (isStored(expected) && isFromOutside(given)) return { given, expected, kind };
  const isExpected =
    /^(?:expected|computed|calculated|valid|correct|stored|saved|real|actual|generated)(?=[A-Z_])/.test(word);
  return isExpected && isFromOutside(given) && kind !== 'token' ? { given, expected, kind } : null;
}

const isOfPassword = (inputs: readonly Node[]): boolean => inputs.some((input) => credentialOf(input) === 'password');

const isOfSettings = (node: Node): boolean =>
  /\b(?:settings|options|config|preferences)\??\./.test(sourceText(node)) &&
  !/^(?:req|request|ctx|c|event)\b/.test(sourceText(node));

/** What the comparison is with is a word of the program's own, such as a mode. */
const isOwnWord = (node: Node): boolean => {
  const value = unwrapAwait(node);
  return value.type === 'TSEnumDeclaration' || value.type === 'UnaryExpression';
};

/** A parameter of the function, or part of one: what its callers hand in. */
function isFromOutside(node: Node): boolean {
  if (isRequestRead(node)) return true;
  let value = unwrapAwait(node);
  while (value.type === 'MemberExpression') value = unwrapAwait(value.object);
  if (value.type !== 'Identifier') return false;
  const binding = getBinding(value);
  if (binding.kind === 'parameter') return true;
  return binding.kind === 'value' && binding.init !== null && binding.path.length > 0 && isFromOutside(binding.init);
}

const isCookie = (node: Node): boolean => {
  const value = unwrapAwait(node);
  if (value.type === 'Identifier') {
    const binding = getBinding(value);
    return binding.kind === 'value' && binding.init !== null && isCookie(binding.init);
  }
  if (value.type === 'MemberExpression') return memberName(value) === 'cookies' || isCookie(value.object);
  if (value.type !== 'CallExpression') return false;
  const receiver = receiverOf(value);
  if (/cookie/i.test(calleeName(value) ?? '')) return true;
  const first = value.arguments[0];
  return (
    (receiver !== null && isCookie(receiver)) ||
    (first !== undefined && first.type !== 'SpreadElement' && isCookie(first))
  );
};

/** `body.password !== body.confirmPassword`. */
function isSameSource(a: Node, b: Node): boolean {
  const [left, right] = [unwrap(a), unwrap(b)];
  if (left.type === 'MemberExpression' && right.type === 'MemberExpression') {
    const [x, y] = [unwrap(left.object), unwrap(right.object)];
    return x.type === 'Identifier' && y.type === 'Identifier' && x.name === y.name;
  }
  if (left.type !== 'Identifier' || right.type !== 'Identifier') return false;
  const [x, y] = [getBinding(left), getBinding(right)];
  return (
    (x.kind === 'value' && y.kind === 'value' && x.init !== null && x.init === y.init) ||
    (x.kind === 'parameter' && y.kind === 'parameter' && x.fn === y.fn && x.index === y.index)
  );
}

/** A password that guards a page, link or room rather than an account. */
function isPagePassword(expected: Node): boolean {
  const value = unwrapAwait(expected);
  if (value.type !== 'MemberExpression') return false;
  const owner = unwrapAwait(value.object);
  const name =
    owner.type === 'Identifier' ? owner.name : owner.type === 'MemberExpression' ? (memberName(owner) ?? '') : '';
  return /(?:page|share|link|room|site|album|gallery|document|doc|file|meeting|paste|note|board|form|event|folder|preview|invite|url)s?$/i.test(
    name,
  );
}

const CODES = /otp|verif|two.?factor|mfa|2fa|passcode|log.?in|sign.?in|magic|reset|confirm/i;

const CODE_NAME = /code|(?:pin|otp)$/i;

/** `storedCode === code` where everything round it speaks of verification. */
function findCode(given: Node, expected: Node): Judged | null {
  const [a, b] = [writtenName(given), writtenName(expected)];
  if (a === null || b === null || !CODE_NAME.test(a) || !CODE_NAME.test(b)) return null;
  if (!isStored(expected) || !isFromOutside(given)) return null;
  return CODES.test(`${b} ${a} ${surroundings(expected)}`) ? { given, expected, kind: 'otp' } : null;
}

const writtenName = (node: Node): string | null => {
  const value = unwrapAwait(node);
  return value.type === 'Identifier' ? value.name : readName(value);
};

/** The names of the functions and the class round a node, and of what is read. */
function surroundings(node: Node): string {
  const names: string[] = [];
  for (let up: Node | undefined = node; up; up = up.parent) {
    if (isFunction(up) && up.id) names.push(up.id.name);
    if (up.type === 'MethodDefinition' || up.type === 'Property') names.push(keyName(up.key, up.computed) ?? '');
    if (up.type === 'VariableDeclarator' && up.id.type === 'Identifier') names.push(up.id.name);
    if (up.type === 'ClassDeclaration' && up.id) names.push(up.id.name);
  }
  const value = unwrapAwait(node);
  if (value.type === 'MemberExpression' && value.object.type === 'Identifier') names.push(value.object.name);
  return names.join(' ');
}

/** A function that is named for a comparison in constant time, and returns at the first difference. */
export function earlyReturnsOf(file: BackendFile): readonly Node[] {
  return file.memo(findEarlyReturns);
}

const NAMED = /^(?:is)?_?(?:safe|secure|constant|timing|const.?time)\w*(?:equals?|compare|eq|cmp|match(?:es)?)\w*$/i;

function findEarlyReturns(file: BackendFile): Node[] {
  const found: Node[] = [];
  for (const fn of file.index.functions) {
    const name = functionName(fn);
    if (name === null || !NAMED.test(name)) continue;
    const text = file.text.slice(...fn.range);
    if (/timingSafeEqual/.test(text) || /\|=|\^/.test(text)) continue;
    const place = findEarly(fn, file);
    if (place) found.push(place);
  }
  return found;
}

/** The comparison that decides: inside the loop, else the one of the whole texts. */
function findEarly(fn: FunctionNode, file: BackendFile): Node | null {
  const own = file.index.comparisons.filter(
    (each) => each.range[0] >= fn.range[0] && each.range[1] <= fn.range[1] && enclosingFunction(each) === fn,
  );
  const telling = own.filter((each) => !isPlain(each.left as Node) && !isPlain(each.right));
  for (const loop of allOf(fn, ['ForStatement', 'WhileStatement', 'ForOfStatement'], { own: true })) {
    const inside = telling.find((each) => each.range[0] >= loop.body.range[0] && each.range[1] <= loop.body.range[1]);
    if (inside) return inside;
  }
  return telling.find((each) => each.parent.type === 'ReturnStatement' || each.parent === fn) ?? null;
}
