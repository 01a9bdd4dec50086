import type { TSESTree } from '@typescript-eslint/utils';

import type { Entity } from '../model/entity.js';
import { memberName } from '../syntax/nodes.js';
import { findVariable } from './bindings.js';
import { denote } from './entities.js';

interface Assigned {
  readonly named: ReadonlyMap<string, TSESTree.Expression>;
  /** `db[model.name] = model`: any other name. */
  readonly computed: TSESTree.Expression | null;
}

const known = new WeakMap<TSESTree.ObjectExpression, Assigned | null>();

/** What `const db = {}` got under a name afterwards: `db.sequelize = …`, `db[model.name] = model`; null for nothing known. */
export function denoteAssigned(literal: TSESTree.ObjectExpression, name: string): Entity | null {
  const assigned = assignedTo(literal);
  const value = assigned?.named.get(name) ?? assigned?.computed;
  return value ? denote(value) : null;
}

function assignedTo(literal: TSESTree.ObjectExpression): Assigned | null {
  const memo = known.get(literal);
  if (memo !== undefined) return memo;
  const assigned = findAssigned(literal);
  known.set(literal, assigned);
  return assigned;
}

function findAssigned({ parent }: TSESTree.ObjectExpression): Assigned | null {
  if (parent.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return null;
  const named = new Map<string, TSESTree.Expression>();
  let computed: TSESTree.Expression | null = null;
  for (const { identifier } of findVariable(parent.id)?.references ?? []) {
    const member = identifier.parent;
    if (member.type !== 'MemberExpression' || member.object !== identifier) continue;
    const assignment = member.parent;
    if (assignment.type !== 'AssignmentExpression' || assignment.left !== member || assignment.operator !== '=')
      continue;
    const name = memberName(member);
    if (name !== null) named.set(name, assignment.right);
    else computed ??= assignment.right;
  }
  return named.size > 0 || computed ? { named, computed } : null;
}
