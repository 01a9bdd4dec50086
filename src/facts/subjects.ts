import type { Variable } from '@typescript-eslint/scope-manager';

import type { Node, TSESTree } from '../syntax/ast.js';
import { isInside, memberName, unwrap } from '../syntax/nodes.js';
import { findVariable } from './bindings.js';

/** A name or a chain of plain members (`req.query.file`): what a check can be about. */
export type Subject = TSESTree.Identifier | TSESTree.MemberExpression;

export function isSubject(node: Node): node is Subject {
  if (node.type === 'Identifier') return true;
  return node.type === 'MemberExpression' && memberName(node) !== null && isRooted(node.object);
}

const isRooted = (node: Node): boolean => {
  const value = unwrap(node);
  return value.type === 'ThisExpression' || isSubject(value);
};

/** The variable at the bottom of a subject; null for `this` and what isn't declared. */
function findRoot(subject: Subject): Variable | null {
  let root: Node = subject;
  while (root.type === 'MemberExpression') root = unwrap(root.object);
  return root.type === 'Identifier' ? findVariable(root) : null;
}

/** Whether the subject's name never gets another value, so that a check holds in functions that run later. */
export function isStable(subject: Subject): boolean {
  return findRoot(subject)?.references.every((each) => !each.isWrite() || each.init) ?? false;
}

/** Whether a write between a check and the subject undoes the check. */
export function isWrittenBetween(check: Node, subject: Subject): boolean {
  return (findRoot(subject)?.references ?? []).some(
    (reference) =>
      reference.isWrite() &&
      !reference.init &&
      !isInside(reference.identifier, check) &&
      reference.identifier.range[0] > check.range[1] &&
      reference.identifier.range[0] < subject.range[0],
  );
}

/**
 * Whether two expressions name the same thing: the same variable, and the same chain of members. `String(x)` and
 * `x.toLowerCase()` are other values than `x`.
 */
export function isSame(node: Node | undefined, subject: Node): boolean {
  if (!node) return false;
  const left = unwrap(node);
  const right = unwrap(subject);
  if (left.type === 'Identifier' && right.type === 'Identifier')
    return left.name === right.name && findVariable(left) === findVariable(right);
  if (left.type === 'ThisExpression') return right.type === 'ThisExpression';
  return (
    left.type === 'MemberExpression' &&
    right.type === 'MemberExpression' &&
    memberName(left) !== null &&
    memberName(left) === memberName(right) &&
    isSame(left.object, right.object)
  );
}
