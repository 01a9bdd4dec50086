import type { ClassNode, FunctionNode, Node, TSESTree } from '../syntax/ast.js';
import type { Entity } from './entity.js';
import type { Library } from './library.js';
import type { Proof } from './proof.js';

export type Verb =
  'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS' | 'ALL' | 'QUERY' | 'MUTATION' | 'SUBSCRIPTION';

/** Something that stands before a handler, or the handler itself, as the code writes it. */
export interface Step {
  readonly node: Node;
  /** The function that it is, in this file or another; null where that is not known. */
  readonly fn: FunctionNode | null;
}

/** One route, procedure or resolver: what a client can call. */
export interface Route {
  readonly library: Library;
  readonly verb: Verb;
  /** The path as written at the route, without mounts; a procedure's or resolver's name. Null when it can't be told. */
  readonly path: string | null;
  /** The registration: the call, the decorated method, the exported function. Where the route is reported. */
  readonly node: Node;
  /** What stands before the handler at the route itself, in order. */
  readonly guards: readonly Step[];
  readonly handler: Step | null;
  /** The router or application it is registered on. */
  readonly router: { readonly node: Node; readonly entity: Entity | null } | null;
  /** The controller or resolver class, for routes by decorators. */
  readonly controller: ClassNode | null;
  readonly decorators: readonly TSESTree.Decorator[];
  /** The call that registers it, for adding to it; null for conventions and decorators. */
  readonly call: TSESTree.CallExpression | null;
  readonly proof: Proof;
}
