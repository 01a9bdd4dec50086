import { visitorKeys } from '@typescript-eslint/visitor-keys';

import type { FunctionNode, Node, NodeOf, NodeType, TSESTree } from './ast.js';
import { hasBody, isFunction } from './nodes.js';

const KEYS = visitorKeys as Readonly<Record<string, readonly string[] | undefined>>;
const SKIP = Symbol('skip the children');
export type Visit = (node: Node, skip: typeof SKIP) => void | typeof SKIP;

/** Calls `visit` on `node` and all below it, in source order. `visit` may return `skip` to leave a node's children out. */
export function walk(node: Node, visit: Visit): void {
  if (visit(node, SKIP) === SKIP) return;
  const keys = KEYS[node.type];
  if (!keys) return;
  for (const key of keys) {
    const value = (node as unknown as Record<string, unknown>)[key];
    if (Array.isArray(value)) {
      for (const child of value as (Node | null)[]) if (child) walk(child, visit);
    } else if (value) walk(value as Node, visit);
  }
}

/** Gives every node below `root` its parent; parsers of other files leave that to us. */
export function linkParents(root: Node): void {
  for (const key of KEYS[root.type] ?? []) {
    const value = (root as unknown as Record<string, unknown>)[key];
    if (Array.isArray(value)) {
      for (const child of value as (Node | null)[])
        if (child) {
          child.parent = root;
          linkParents(child);
        }
    } else if (value) {
      (value as Node).parent = root;
      linkParents(value as Node);
    }
  }
}

/** Every node of the given types below `node`, nested functions included unless `own` is set. */
export function allOf<T extends NodeType>(
  node: Node,
  types: readonly T[],
  { own = false }: { own?: boolean } = {},
): NodeOf<T>[] {
  const found: NodeOf<T>[] = [];
  walk(node, (at, skip) => {
    // The checker finds the union too complex without the assertion, the linter thinks it unnecessary.
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion
    if ((types as readonly string[]).includes(at.type)) found.push(at as NodeOf<T>);
    return own && at !== node && isFunction(at) ? skip : undefined;
  });
  return found;
}

/** The expressions that a function gives back: its arrow body or the arguments of its own `return`s. */
export function allReturns(fn: FunctionNode): TSESTree.Expression[] {
  if (!hasBody(fn)) return [];
  if (fn.body.type !== 'BlockStatement') return [fn.body];
  const found: TSESTree.Expression[] = [];
  addReturns(fn.body, found);
  return found;
}

/** Only statements hold a `return` of the same function: expressions aren't entered. */
function addReturns(node: TSESTree.Statement | null | undefined, found: TSESTree.Expression[]): void {
  switch (node?.type) {
    case 'ReturnStatement':
      if (node.argument) found.push(node.argument);
      return;
    case 'BlockStatement':
      for (const each of node.body) addReturns(each, found);
      return;
    case 'IfStatement':
      addReturns(node.consequent, found);
      addReturns(node.alternate, found);
      return;
    case 'TryStatement':
      addReturns(node.block, found);
      addReturns(node.handler?.body, found);
      addReturns(node.finalizer, found);
      return;
    case 'SwitchStatement':
      for (const { consequent } of node.cases) for (const each of consequent) addReturns(each, found);
      return;
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'LabeledStatement':
    case 'WithStatement':
      addReturns(node.body, found);
  }
}
