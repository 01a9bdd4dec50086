import { fileOf } from '../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../syntax/ast.js';
import {
  calleeName,
  isFunction,
  keyName,
  literalText,
  memberName,
  outward,
  unwrap,
  unwrapAwait,
  wrapped,
} from '../syntax/nodes.js';
import { allOf, allReturns } from '../syntax/walk.js';
import { allLocalCalls, allWrites, getBinding } from './bindings.js';
import { denote, findCalled } from './entities.js';
import { assignmentsOf } from './members.js';
import { exportedValue, follow, textOf } from './values.js';

/** A constant text that an expression may have as its value, and the outermost expression that writes it. */
export interface SecretSource {
  readonly node: Node;
  readonly text: string;
  /** The last expression of the asking file on the way to it: `node` itself when the text is written there. */
  readonly local: Node;
}

/** Methods whose result says the same as their receiver. */
const SAME_TEXT =
  /^(?:toString|trim|trimEnd|trimStart|slice|substring|substr|padEnd|padStart|normalize|split|repeat|toLowerCase|toUpperCase|replace|replaceAll|concat|digest|update|valueOf)$/;

/** Functions whose result says the same as their first argument: encodings are no disguise. */
const ENCODERS = /^(?:from|of|encode|decode|btoa|atob|String|freeze|importKey|decodeURIComponent|unescape|toBytes)$/;

/** Parts of a key given as an object: `{ private, public }`, `{ key, passphrase }`. */
const KEY_PARTS = /^(?:private|privateKey|key|secret|passphrase|current|previous|\d+)$/;

const MAX_DEPTH = 12;

/**
 * The constant texts that an expression may have as its value: through names, members, other files, encodings, lists and
 * both arms of choices. With `deep` also through functions of the project and the arguments of local calls.
 */
export function allSources(node: Node, deep: boolean): SecretSource[] {
  const found: SecretSource[] = [];
  collect(node, node, deep, 0, new Set(), found);
  return found;
}

function collect(node: Node, local: Node, deep: boolean, depth: number, seen: Set<Node>, found: SecretSource[]): void {
  const value = unwrapAwait(node);
  if (depth > MAX_DEPTH || seen.has(value)) return;
  seen.add(value);
  const into = (next: Node | null | undefined): void => {
    if (next) collect(next, fileOf(next) === fileOf(local) ? next : local, deep, depth + 1, seen, found);
  };
  const intoAll = (nodes: readonly (Node | null | undefined)[]): void => nodes.forEach(into);

  switch (value.type) {
    case 'Literal':
      if (typeof value.value === 'string') found.push({ node: value, text: value.value, local });
      return;
    case 'TemplateLiteral':
    case 'BinaryExpression':
    case 'TaggedTemplateExpression': {
      const text = textOf(value);
      if (text !== null) found.push({ node: value, text, local });
      else into(credentialAfterScheme(value));
      return;
    }
    case 'Identifier':
    case 'MemberExpression': {
      const followed = follow(value);
      if (followed !== value) return into(followed);
      return value.type === 'Identifier' ? throughName(value, deep, into) : throughField(value, into);
    }
    case 'CallExpression': {
      const text = textOf(value);
      if (text !== null) found.push({ node: value, text, local });
      else throughCall(value, deep, into);
      return;
    }
    case 'NewExpression':
      return into(calleeName(value) === 'Uint8Array' ? value.arguments[0] : null);
    case 'ArrayExpression':
      return intoAll(value.elements.filter((element) => element?.type !== 'SpreadElement'));
    case 'ObjectExpression':
      for (const property of value.properties)
        if (deep && property.type === 'Property' && KEY_PARTS.test(keyName(property.key, property.computed) ?? ''))
          into(property.value);
      return;
    case 'ConditionalExpression':
      return intoAll([value.consequent, value.alternate]);
    case 'LogicalExpression':
      return intoAll(value.operator === '&&' ? [value.right] : [value.left, value.right]);
    case 'AssignmentExpression':
      return into(value.right);
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      if (deep) intoAll([...allReturns(value), ...allHandedOver(value)]);
      return;
    default:
  }
}

/** What stands behind the scheme of an authorization header: `'Basic ' + btoa('user:password')`. */
function credentialAfterScheme(value: Node): Node | null {
  const [scheme, credential] =
    value.type === 'BinaryExpression'
      ? [literalText(value.left), value.right]
      : value.type === 'TemplateLiteral' && value.expressions.length === 1 && value.quasis[1]!.value.raw === ''
        ? [value.quasis[0]!.value.cooked, value.expressions[0]!]
        : [null, null];
  return scheme !== null && /^(?:Basic|Bearer|Token)\s+$/i.test(scheme) ? credential : null;
}

function throughName(id: TSESTree.Identifier, deep: boolean, into: (node: Node | null | undefined) => void): void {
  const binding = getBinding(id);
  if (binding.kind === 'value' && !binding.constant && binding.path.length === 0)
    allWrites(binding.variable).forEach(into);
  else if (binding.kind === 'value') {
    into(binding.fallback);
    const [name, ...rest] = binding.path;
    const from = binding.init && name !== undefined && rest.length === 0 ? denote(binding.init) : null;
    // `const { MATERIAL } = require('./material')`.
    if (from?.kind === 'namespace') into(exportedValue(from.file, name!));
  } else if (binding.kind === 'parameter' && deep) {
    const parameter = binding.fn.params[binding.index];
    into(binding.fallback);
    if (binding.path.length > 0) return;
    if (parameter?.type === 'AssignmentPattern') into(parameter.right);
    for (const call of allLocalCalls(binding.fn) ?? []) into(call.arguments[binding.index]);
  }
}

/** `this.secret`, assigned in the constructor. */
function throughField(node: TSESTree.MemberExpression, into: (node: Node | null | undefined) => void): void {
  const owner = denote(node.object);
  const name = memberName(node);
  if (owner?.kind === 'object' && name !== null) assignmentsOf(owner.node).get(name)?.forEach(into);
}

function throughCall(
  call: TSESTree.CallExpression,
  deep: boolean,
  into: (node: Node | null | undefined) => void,
): void {
  const inner = carriedBy(call);
  if (inner) return into(inner);
  const fn = deep ? findCalled(call) : null;
  if (fn) allReturns(fn).forEach(into);
}

/** The operand or argument whose text a call's result still says, or null. */
function carriedBy(call: TSESTree.CallExpression): Node | null {
  const callee = unwrap(call.callee);
  const name = calleeName(call) ?? '';
  if (callee.type === 'MemberExpression') {
    if (name === 'update') return isHash(callee.object) ? (call.arguments[0] ?? null) : null;
    if (SAME_TEXT.test(name)) return callee.object;
  }
  return ENCODERS.test(name) ? (call.arguments[0] ?? null) : null;
}

/** `createHash('sha256')`: what is hashed makes the key. */
const isHash = (node: Node): boolean => {
  const inner = unwrap(node);
  return inner.type === 'CallExpression' && calleeName(inner) === 'createHash';
};

/** What a callback hands over by its last parameter: `(request, token, done) => done(null, secret)`. */
function allHandedOver(fn: FunctionNode): Node[] {
  const last = fn.params.at(-1);
  if (fn.params.length < 2 || last?.type !== 'Identifier') return [];
  return allOf(fn.body, ['CallExpression']).flatMap((call) => {
    const given = call.arguments[1];
    return call.callee.type === 'Identifier' && call.callee.name === last.name && given ? [given] : [];
  });
}

/** The expression round `node` that says the same: an encoding, a list, a longer text, a choice. Null where the value goes elsewhere. */
export function findCarrier(node: Node): Node | null {
  const inner = wrapped(node);
  const parent = outward(node);
  switch (parent?.type) {
    case 'AwaitExpression':
    case 'TemplateLiteral':
    case 'ArrayExpression':
    case 'JSXExpressionContainer':
      return parent;
    case 'BinaryExpression':
      return parent.operator === '+' ? parent : null;
    case 'LogicalExpression':
      return parent;
    case 'ConditionalExpression':
      return parent.test === inner ? null : parent;
    case 'MemberExpression': {
      const call = outward(parent);
      return parent.object === inner && call?.type === 'CallExpression' && carriedBy(call) === inner ? call : null;
    }
    case 'CallExpression':
      return carriedBy(parent) === inner && !isFunction(inner) ? parent : null;
    default:
      return null;
  }
}
