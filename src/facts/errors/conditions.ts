import type { Node, TSESTree } from '../../syntax/ast.js';
import { isFunction, unwrap } from '../../syntax/nodes.js';
import { endsAlways } from '../control-flow.js';

/** A test that decided on the way to a place in the code, and how it came out there. */
export interface Condition {
  readonly test: Node;
  readonly holds: boolean;
}

/**
 * The tests that a place stands behind, in its function and those round it: of the branches that it is in, and of earlier
 * ones that end where they hold. Taken apart as far as one outcome tells that of the parts.
 */
export function conditionsAt(node: Node): Condition[] {
  const found: Condition[] = [];
  for (let at = node, up = node.parent; up; at = up, up = up.parent) {
    if (up.type === 'IfStatement' || up.type === 'ConditionalExpression') {
      if (up.consequent === at) addParts(up.test, true, found);
      else if (up.alternate === at) addParts(up.test, false, found);
    } else if (up.type === 'LogicalExpression' && up.right === at && up.operator !== '??')
      addParts(up.left, up.operator === '&&', found);
    else if (up.type === 'SwitchCase' && up.test && at !== up.test)
      found.push({ test: up.parent.discriminant, holds: true }, { test: up.test, holds: true });
    else if (up.type === 'BlockStatement') addEarlier(up.body, at, found);
    else if (up.type === 'SpreadElement' && isFunction(at)) return found;
  }
  return found;
}

function addEarlier(body: readonly TSESTree.Statement[], at: Node, found: Condition[]): void {
  for (const statement of body) {
    if (statement === at) return;
    if (statement.type !== 'IfStatement') continue;
    if (endsAlways(statement.consequent)) addParts(statement.test, false, found);
    else if (statement.alternate && endsAlways(statement.alternate)) addParts(statement.test, true, found);
  }
}

function addParts(node: Node, holds: boolean, found: Condition[]): void {
  const test = unwrap(node);
  if (test.type === 'UnaryExpression' && test.operator === '!') addParts(test.argument, !holds, found);
  else if (test.type === 'LogicalExpression' && test.operator === (holds ? '&&' : '||')) {
    addParts(test.left, holds, found);
    addParts(test.right, holds, found);
  } else found.push({ test, holds });
}
