import type { TSESTree } from '@typescript-eslint/utils';

/** Any node of a TSESTree. Every node has its `parent` set before the model looks at it. */
export type Node = TSESTree.Node;
export type { TSESTree };
export type FunctionNode =
  TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;
export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

type NodesByType = { [K in Node as `${K['type']}`]: K };
export type NodeType = keyof NodesByType;
/** The node of a type's name: `NodeOf<'CallExpression'>`. */
export type NodeOf<T extends NodeType> = NodesByType[T];
