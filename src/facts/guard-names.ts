import { fileOf } from '../model/file.js';
import type { Guard, Step } from '../model/route.js';
import type { ClassNode, FunctionNode, Node } from '../syntax/ast.js';
import { isClass, isFunction, keyName, memberName, unwrapAwait } from '../syntax/nodes.js';
import { denote } from './entities.js';
import { findMiddleware } from './steps.js';
import { follow } from './values.js';

/** What a class that stands before a handler is asked: NestJS guards, interceptors, pipes and middleware. */
const METHODS = new Set(['intercept', 'canActivate', 'use', 'transform', 'resolve']);

/** The name by which the code calls a middleware: `auth` of `auth('admin')`, `Limiter` of `new Limiter()`. */
export function nameOf(node: Node): string | null {
  const value = unwrapAwait(node);
  switch (value.type) {
    case 'Identifier':
      return value.name;
    case 'MemberExpression':
      return memberName(value);
    case 'CallExpression':
    case 'NewExpression':
      return nameOf(value.callee);
    case 'SpreadElement':
      return nameOf(value.argument);
    default:
      return (isFunction(value) || isClass(value)) && value.id ? value.id.name : null;
  }
}

/** As many names behind names as anybody writes; a value made of itself (`all = all.filter(…)`) has no end. */
const MAX_HOPS = 30;

/** The package that a middleware comes from, or null where it is the project's own. */
export function moduleOf(node: Node, hops = 0): string | null {
  if (hops > MAX_HOPS) return null;
  const value = unwrapAwait(node);
  const entity = denote(value);
  if (entity?.kind === 'export') return entity.module;
  if (value.type === 'CallExpression' || value.type === 'NewExpression') return moduleOf(value.callee, hops + 1);
  const followed = value.type === 'Identifier' || value.type === 'MemberExpression' ? follow(value) : value;
  if (value.type === 'MemberExpression' && !entity && followed === value) return moduleOf(value.object, hops + 1);
  return followed !== value
    ? moduleOf(followed, hops + 1)
    : entity?.kind === 'method'
      ? (entity.library.modules[0] ?? null)
      : null;
}

/** The method by which a class stands before a handler. */
export function methodOf(node: ClassNode): FunctionNode | null {
  for (const member of node.body.body)
    if (
      member.type === 'MethodDefinition' &&
      isFunction(member.value) &&
      METHODS.has(keyName(member.key, member.computed) ?? '')
    )
      return member.value;
  return null;
}

/** A guard that the code names at `node`: a function, what makes one, or a class. */
export function guardAt(node: Node, scope: Guard['scope'], fn?: FunctionNode | null): Guard {
  const entity = denote(unwrapAwait(node));
  const own =
    entity?.kind === 'class' || entity?.kind === 'object' ? methodOf(entity.node) : (fn ?? findMiddleware(node));
  return { node, fn: own, name: nameOf(node), module: own ? null : moduleOf(node), scope, file: fileOf(node) };
}

export const guardOfStep = ({ node, fn }: Step, scope: Guard['scope']): Guard => guardAt(node, scope, fn);
