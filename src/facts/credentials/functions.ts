import type { FunctionNode } from '../../syntax/ast.js';
import { keyName } from '../../syntax/nodes.js';

/** The name by which a function is known: its own, its variable's, method's or property's. */
export function functionName(fn: FunctionNode): string | null {
  if (fn.id) return fn.id.name;
  const { parent } = fn;
  if (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return parent.id.name;
  return parent.type === 'MethodDefinition' || parent.type === 'Property' || parent.type === 'PropertyDefinition'
    ? keyName(parent.key, parent.computed)
    : null;
}
