import type { TSESLint } from '@typescript-eslint/utils';

import type { FunctionNode, Node, TSESTree } from '../syntax/ast.js';
import { unwrapAwait } from '../syntax/nodes.js';
import { allReturns } from '../syntax/walk.js';

/** The statement that an answer stands in, where a `return` can be written; null where it is part of something else. */
function statementOf(node: Node): TSESTree.ExpressionStatement | null {
  for (let up: Node | undefined = node; up; up = up.parent)
    if (up.type === 'ExpressionStatement') return unwrapAwait(up.expression) === node ? up : null;
  return null;
}

/**
 * Ends the function after a statement: `return x;` where its value is to be given back or other ways give one back, else
 * `x; return;`, which no declared `void` minds. Null where code right behind it would never run.
 */
export function findReturnFix(
  node: Node,
  fn: FunctionNode,
  { isValue }: { readonly isValue: boolean },
): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix | TSESLint.RuleFix[]) | null {
  const statement = statementOf(node);
  if (!statement) return null;
  const { parent } = statement;
  const rest =
    parent.type === 'BlockStatement' ? parent.body : parent.type === 'SwitchCase' ? parent.consequent : [statement];
  const follower = rest[rest.indexOf(statement) + 1];
  if (follower && follower.type !== 'BreakStatement' && !isValue) return null;
  if (isValue ? follower === undefined || isGuardBlock(parent) || fn.body === parent : givesBack(fn))
    return (fixer) => fixer.insertTextBefore(statement, 'return ');
  if (isValue) return null;
  if (parent.type === 'BlockStatement' || parent.type === 'SwitchCase')
    return (fixer) => fixer.insertTextAfter(statement, ' return;');
  return (fixer) => [fixer.insertTextBefore(statement, '{ '), fixer.insertTextAfter(statement, ' return; }')];
}

const isGuardBlock = (node: Node): boolean => node.parent?.type === 'IfStatement';

/** Whether some way through the function gives something back, so that an empty `return` would not fit its type. */
const givesBack = (fn: FunctionNode): boolean =>
  allReturns(fn).length > 0 && !/^(?:Promise<)?void>?$/.test(returnTypeOf(fn));

function returnTypeOf(fn: FunctionNode): string {
  const type = fn.returnType?.typeAnnotation;
  if (type?.type === 'TSVoidKeyword') return 'void';
  if (type?.type !== 'TSTypeReference') return '';
  return type.typeArguments?.params[0]?.type === 'TSVoidKeyword' ? 'Promise<void>' : '';
}
