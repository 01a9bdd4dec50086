import type { Node } from '../syntax/ast.js';

/** The type checker's answers in the plugin's words; only present in typed runs, never required. */
export interface TypeKnowledge {
  /** The package and exported name that declare the type of an expression: `{ module: 'pg', name: 'Pool' }`. */
  declaredIn(node: Node): { readonly module: string; readonly name: string } | null;
  /** Whether every value of the expression's type is a number, boolean or bigint. */
  isNumeric(node: Node): boolean;
  /** Whether the expression's type is a union of literals (or an enum). */
  isClosed(node: Node): boolean;
}
