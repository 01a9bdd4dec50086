import { isTokenName } from '../libraries/secrets/index.js';
import { fileOf } from '../model/file.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import {
  calleeName,
  enclosingFunction,
  isInside,
  keyName,
  memberName,
  receiverOf,
  unwrapAwait,
} from '../syntax/nodes.js';
import { denoteType } from './annotations.js';
import { findVariable, getBinding } from './bindings.js';
import { denote } from './entities.js';
import { constantOf } from './values.js';

/** Calls whose result tells all of their argument. */
const CARRIES =
  /^(?:stringify|String|encodeURI|encodeURIComponent|escape|btoa|encode|toString|trim|assign|stringifyJSON|encrypt\w*)$/;
/** Calls that read a token for what it says, and so show that their argument is one. */
const DECODES = /^(?:jwt_?decode|decode_?jwt|decode_?token|parse_?jwt|jwt_?parse)$/i;
const GETS = /^(?:get|fetch|create|generate|issue|request|acquire|obtain|load|read|make|sign|mint|renew)(?=[A-Z_])/;

const MAX_DEPTH = 8;

/** Whether an expression's value is, or holds, an authentication token, by its names, its type and how it is made. */
export function isTokenValue(node: Node, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false;
  const value = unwrapAwait(node);
  switch (value.type) {
    case 'Identifier':
      return isTokenVariable(value, depth);
    case 'MemberExpression':
      return isTokenMember(value) || typeOfHoldsToken(value);
    case 'TemplateLiteral':
      return value.expressions.some((hole) => isTokenValue(hole, depth + 1));
    case 'BinaryExpression':
      return value.operator === '+' && (isTokenValue(value.left, depth + 1) || isTokenValue(value.right, depth + 1));
    case 'LogicalExpression':
      return isTokenValue(value.right, depth + 1) || (value.operator !== '&&' && isTokenValue(value.left, depth + 1));
    case 'ConditionalExpression':
      return isTokenValue(value.consequent, depth + 1) || isTokenValue(value.alternate, depth + 1);
    case 'ObjectExpression':
      return value.properties.some((property) => holdsToken(property, depth));
    case 'ArrayExpression':
      return value.elements.some(
        (element) => element && element.type !== 'SpreadElement' && isTokenValue(element, depth + 1),
      );
    case 'CallExpression':
      return isTokenCall(value, depth);
    default:
      return false;
  }
}

function holdsToken(property: TSESTree.Property | TSESTree.SpreadElement, depth: number): boolean {
  if (property.type === 'SpreadElement') return isTokenValue(property.argument, depth + 1);
  const name = keyName(property.key, property.computed);
  if (name !== null && isTokenName(name)) return !isFigure(property.value);
  // `{ tokens: { access, refresh } }`; a name that says something else isn't asked twice.
  return property.value.type !== 'Identifier' || name !== property.value.name
    ? isTokenValue(property.value, depth + 1)
    : false;
}

function isTokenVariable(id: TSESTree.Identifier, depth: number): boolean {
  const binding = getBinding(id);
  const shape = shapeOf(id);
  if (shape) return shapeHoldsToken(shape);
  if (binding.kind === 'value' && binding.init && binding.path.length === 0 && isFigure(binding.init)) {
    // `let token = null`, filled later; `const token = true` is none.
    if (constantOf(binding.init) !== null && constantOf(binding.init) !== '') return false;
  }
  if (isTokenName(id.name)) return true;
  const variable = findVariable(id);
  if (!variable) return false;
  // `const { token: t } = body`
  if ((binding.kind === 'value' || binding.kind === 'parameter') && binding.path.length > 0) {
    const step = binding.path.at(-1)!;
    if (isTokenName(step)) return true;
  }
  if (binding.kind === 'value' && binding.path.length === 0 && binding.init && isTokenValue(binding.init, depth + 1))
    return true;
  // Its token is read elsewhere, or it is decoded as one.
  return (
    variable.references.some(({ identifier }) => {
      const parent = (identifier as Node).parent;
      return (
        parent?.type === 'CallExpression' &&
        parent.arguments[0] === identifier &&
        DECODES.test(calleeName(parent) ?? '')
      );
    }) || isReadForToken(id)
  );
}

/** `session.access_token`, `tokens.access` (Django's `{ access, refresh }`). */
function isTokenMember(member: TSESTree.MemberExpression): boolean {
  const name = memberName(member);
  if (name === null) return false;
  if (isTokenName(name)) return true;
  if (/^(?:access|refresh)$/.test(name)) {
    const owner = unwrapAwait(member.object);
    const whose =
      owner.type === 'Identifier' ? owner.name : owner.type === 'MemberExpression' ? memberName(owner) : null;
    return whose !== null && /^(?:tokens?|jwt|auth|credentials|data)$/i.test(whose);
  }
  return isReadForToken(member);
}

/** `JSON.stringify(res.data)` where the same function asks `res.data.accessToken`. */
function isReadForToken(node: TSESTree.MemberExpression | TSESTree.Identifier): boolean {
  const file = fileOf(node);
  const source = file.text.slice(...node.range).replaceAll('?', '');
  const fn = enclosingFunction(node);
  for (const [name, members] of file.index.members) {
    if (!/tok|jwt/i.test(name) || !isTokenName(name)) continue;
    for (const member of members)
      if (
        (!fn || isInside(member, fn)) &&
        member.object.range[0] !== node.range[0] &&
        file.text.slice(...member.object.range).replaceAll('?', '') === source
      )
        return true;
  }
  return false;
}

function isTokenCall(call: TSESTree.CallExpression, depth: number): boolean {
  const name = calleeName(call) ?? '';
  if (CARRIES.test(name)) {
    if (call.arguments.some((argument) => argument.type !== 'SpreadElement' && isTokenValue(argument, depth + 1)))
      return true;
    const receiver = receiverOf(call);
    return /^to(?:String)$|^trim$/.test(name) && receiver !== null && isTokenValue(receiver, depth + 1);
  }
  const rest = name.replace(GETS, '');
  return rest !== name && isTokenName(rest);
}

/** Whether a value is a mark or a figure rather than anything secret: `'true'`, `1`, `!!token`, a time, nothing. */
export function isFigure(node: Node): boolean {
  const value = unwrapAwait(node);
  const constant = constantOf(value);
  if (constant !== undefined) return typeof constant !== 'string' || !/^[\w-]{20,}$|\.[\w-]{20,}\./.test(constant);
  switch (value.type) {
    case 'UnaryExpression':
      return true;
    case 'Identifier':
      return value.name === 'undefined' || /^(?:is|has)[A-Z]/.test(value.name);
    case 'BinaryExpression':
      return value.operator === '+' ? isFigure(value.left) && isFigure(value.right) : true;
    case 'MemberExpression':
      return /^(?:length|size|exp|iat|expiresAt|expires_at|expiresIn|expires_in)$/.test(memberName(value) ?? '');
    case 'NewExpression':
      return value.callee.type === 'Identifier' && value.callee.name === 'Date';
    case 'ArrayExpression':
      return value.elements.length === 0;
    case 'CallExpression': {
      const name = calleeName(value) ?? '';
      if (/^(?:Boolean|Number|parseInt|parseFloat|now|getTime|toISOString|some|every|includes|has)$/.test(name))
        return true;
      const first = value.arguments[0];
      if (/^(?:String|stringify)$/.test(name)) return !!first && isFigure(first);
      const receiver = receiverOf(value);
      return name === 'toString' && receiver !== null && isFigure(receiver);
    }
    default:
      return false;
  }
}

type Shape = TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeLiteral;

function shapeOf(node: Node): Shape | null {
  const entity = denote(node);
  return entity?.kind === 'shape' ? entity.node : null;
}

/** A member whose declared type has a token in it: `res.session` of `{ session: { accessToken: string } }`. */
function typeOfHoldsToken(member: TSESTree.MemberExpression): boolean {
  const shape = shapeOf(member);
  return shape !== null && shapeHoldsToken(shape);
}

/** Whether a type is of objects that hold a token. */
export function typeHoldsToken(type: TSESTree.TypeNode): boolean {
  const entity = denoteType(type);
  return entity?.kind === 'shape' && shapeHoldsToken(entity.node);
}

/** The members of an interface or type literal that are tokens. */
export function tokenMembersOf(shape: Shape): string[] {
  const members = shape.type === 'TSTypeLiteral' ? shape.members : shape.body.body;
  return members.flatMap((member) => {
    if (member.type !== 'TSPropertySignature') return [];
    const name = keyName(member.key, member.computed);
    return name !== null && isTokenName(name) && isTextual(member.typeAnnotation?.typeAnnotation) ? [name] : [];
  });
}

const shapeHoldsToken = (shape: Shape): boolean => tokenMembersOf(shape).length > 0;

/** Whether a declared type can be a token's: not a number, a mark, a list or a function. */
function isTextual(type: TSESTree.TypeNode | undefined): boolean {
  if (!type) return true;
  if (type.type === 'TSUnionType')
    return type.types.some(
      (each) => each.type !== 'TSNullKeyword' && each.type !== 'TSUndefinedKeyword' && isTextual(each),
    );
  return !/^TS(?:Number|Boolean|Null|Undefined)Keyword$|^TS(?:ArrayType|FunctionType|TupleType)$/.test(type.type);
}
