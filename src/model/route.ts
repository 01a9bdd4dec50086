import type { ClassNode, FunctionNode, Node, TSESTree } from '../syntax/ast.js';
import type { Entity } from './entity.js';
import type { BackendFile } from './file.js';
import type { Library } from './library.js';
import type { Proof } from './proof.js';

export type Verb =
  | 'GET'
  | 'HEAD'
  | 'POST'
  | 'PUT'
  | 'PATCH'
  | 'DELETE'
  | 'OPTIONS'
  /** Any method; the handler may tell them apart. */
  | 'ALL'
  /** GraphQL and tRPC. */
  | 'QUERY'
  | 'MUTATION'
  | 'SUBSCRIPTION'
  /** Not HTTP: a message or event of a broker (`@MessagePattern`, `@EventPattern`). */
  | 'MESSAGE';

/** Something that stands before a handler, or the handler itself, as the code writes it. */
export interface Step {
  readonly node: Node;
  /** The function that it is, in this file or another; null where that is not known. */
  readonly fn: FunctionNode | null;
  /** A function round the handler (`withAuth(handler)`), where others are arguments or hooks beside it. */
  readonly wraps?: true;
}

/** One route, procedure or resolver: what a client can call. */
export interface Route {
  readonly library: Library;
  readonly verb: Verb;
  /**
   * The path as written at the route, without the mounts of its router; the address that a file's place gives it; a
   * procedure's or resolver's name. Null when it can't be told.
   */
  readonly path: string | null;
  /** The registration: the call, the decorated method, the exported function, the property of a table of routes. */
  readonly node: Node;
  /**
   * Where the route is reported. The node is `node`; in a chain (`app.get(…).post(…)`) the place begins at this route's
   * own method, where `node` begins with the chain.
   */
  readonly at: { readonly node: Node; readonly loc: TSESTree.SourceLocation };
  /**
   * What stands before the handler at the route itself, in order; wrappers round the handler come last, outermost first.
   * `guardsOf` (facts/route-guards.ts) answers what stands before it anywhere.
   */
  readonly guards: readonly Step[];
  /** What does the work: the innermost function, where wrappers stand round it. */
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

/** A middleware, guard, interceptor, hook or wrapper that a request passes before it reaches a route's handler. */
export interface Guard {
  /** Where the code names it. */
  readonly node: Node;
  /** The function that runs: for a class its `intercept`, `canActivate`, `use`; null for packages and the unknown. */
  readonly fn: FunctionNode | null;
  /** The name by which the code calls it: `auth` of `auth('admin')`, `helmet` of `helmet()`. */
  readonly name: string | null;
  /** The package that it comes from, where it is not the project's. */
  readonly module: string | null;
  readonly scope: 'route' | 'router' | 'application';
  /** The file that puts it there. */
  readonly file: BackendFile;
}
