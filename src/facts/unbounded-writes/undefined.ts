import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, enclosingFunction, isInside, memberName, unwrap } from '../../syntax/nodes.js';
import { walk } from '../../syntax/walk.js';
import { denoteType, findDeclaredMember } from '../annotations.js';
import { allWrites, findVariable, getBinding } from '../bindings.js';
import { requestValueOf } from '../flow/request-values.js';

/**
 * Whether a value may be missing where it is used: an optional parameter, an optional field of a parameter, `a?.b`, a
 * field of the query string, one arm of a condition; and nothing on the way there asks whether it is.
 */
export function mayBeUndefined(node: Node, hops = 0): boolean {
  if (hops > 6 || isAsserted(node)) return false;
  const value = unwrap(node);
  switch (value.type) {
    case 'ConditionalExpression':
      return mayBeUndefined(value.consequent, hops + 1) || mayBeUndefined(value.alternate, hops + 1);
    case 'LogicalExpression':
      return value.operator !== '&&' && mayBeUndefined(value.right, hops + 1);
    case 'Identifier':
      return value.name === 'undefined' || ofName(value, hops);
    case 'MemberExpression':
      return ofMember(value);
    default:
      return false;
  }
}

const isAsserted = (node: Node): boolean =>
  node.type === 'TSNonNullExpression' || (node.type === 'TSAsExpression' && isAsserted(node.expression));

function ofName(id: TSESTree.Identifier, hops: number): boolean {
  const binding = getBinding(id);
  if (binding.kind === 'parameter') {
    const { variable, fallback, annotation, path, fn, index } = binding;
    if (fallback || allWrites(variable).length > 0 || isAskedFor(id)) return false;
    const parameter = fn.params[index];
    if (path.length === 0)
      return (parameter?.type === 'Identifier' && parameter.optional) || (annotation !== null && allows(annotation));
    return annotation !== null && isOptionalField(annotation, path);
  }
  if (binding.kind !== 'value' || !binding.init || !binding.constant || binding.fallback || isAskedFor(id))
    return false;
  if (binding.path.length === 0) return mayBeUndefined(binding.init, hops + 1);
  return isOfQueryString(id);
}

function ofMember(member: TSESTree.MemberExpression): boolean {
  let root: Node = member;
  let isChained = false;
  while (root.type === 'MemberExpression') {
    isChained ||= root.optional;
    root = unwrap(root.object);
  }
  if (root.type !== 'Identifier' || isAskedFor(root)) return false;
  if (isChained || isOfQueryString(member)) return true;
  const binding = getBinding(root);
  const name = memberName(member);
  return (
    unwrap(member.object) === root &&
    name !== null &&
    binding.kind === 'parameter' &&
    binding.annotation !== null &&
    binding.path.length === 0 &&
    isOptionalField(binding.annotation, [name])
  );
}

/** `req.query.userId` as it came: whoever leaves it out of the address sends none. */
function isOfQueryString(node: Node): boolean {
  const value = requestValueOf(node);
  return value?.part === 'query' && value.path.length > 0 && value.validatedBy === null && !isBehindSchema(node);
}

/** A schema beside the handler has looked at the request: `app.get(path, validate(schema), handler)`. */
function isBehindSchema(node: Node): boolean {
  const fn = enclosingFunction(node);
  const call = fn?.parent;
  if (call?.type !== 'CallExpression') return fn !== null;
  return call.arguments.some((argument) => {
    const state = { found: false };
    if (argument !== fn)
      walk(argument, (at) => {
        if (at.type === 'Identifier' && /valid|schema|check|parse|celebrate|zod/i.test(at.name)) state.found = true;
      });
    return state.found;
  });
}

const allows = (type: TSESTree.TypeNode): boolean =>
  type.type === 'TSUndefinedKeyword' || (type.type === 'TSUnionType' && type.types.some(allows));

function isOptionalField(annotation: TSESTree.TypeNode, [name, ...rest]: readonly string[]): boolean {
  const shape = denoteType(annotation);
  if (shape?.kind !== 'shape' || name === undefined) return false;
  const member = findDeclaredMember(shape.node, name);
  if (member?.type !== 'TSPropertySignature') return false;
  const type = member.typeAnnotation?.typeAnnotation;
  if (rest.length > 0) return type !== undefined && isOptionalField(type, rest);
  return member.optional || (type !== undefined && allows(type));
}

/** Whether a condition or an assertion before the place, or round it, is about the value. */
function isAskedFor(id: TSESTree.Identifier): boolean {
  const variable = findVariable(id);
  return (variable?.references ?? []).some(({ identifier }) => {
    const at = identifier as Node;
    if (at === id || at.range[0] >= id.range[0]) return false;
    for (let inner = at, up = at.parent; up; inner = up, up = up.parent) {
      if (up.type === 'IfStatement' || up.type === 'WhileStatement') return up.test === inner;
      if (up.type === 'ConditionalExpression' && up.test === inner) return isInside(id, up);
      if (up.type === 'LogicalExpression' && up.left === inner && isInside(id, up.right)) return true;
      if (up.type === 'SwitchStatement') return up.discriminant === inner;
      if (up.type === 'CallExpression' && inner !== up.callee && ASSERTIONS.test(calleeName(up) ?? '')) return true;
      if (/Statement$|Declaration$/.test(up.type) && up.type !== 'ExpressionStatement') return false;
    }
    return false;
  });
}

const ASSERTIONS = /assert|invariant|ensure|require|check|valid|parse|guard|must|verify|expect/i;
