import type { FunctionNode, Node, TSESTree } from '../syntax/ast.js';
import type { Instance } from './entity.js';
import type { Library } from './library.js';
import type { Proof } from './proof.js';
import type { OutgoingRow } from './rows/outgoing.js';

/** A request that goes out, or the making of a client for such. */
export interface Outgoing {
  readonly node: TSESTree.CallExpression | TSESTree.NewExpression;
  readonly row: OutgoingRow;
  readonly library: Library;
  /** What it is called on, where that is a value: an instance of axios, a client of undici. */
  readonly owner: Instance | null;
  readonly url: Node | null;
  /** The options as written; null where there are none. */
  readonly options: Node | null;
  readonly proof: Proof;
}

/**
 * How long a call waits. `set`: something bounds it. `none`: nothing does. `caller`: that depends on what callers give
 * for a parameter, at the path inside it. `unknown`: can't be told.
 */
export type TimeLimit =
  | { readonly state: 'set' | 'none' | 'unknown' }
  | {
      readonly state: 'caller';
      readonly fn: FunctionNode;
      readonly position: string;
      readonly names: readonly string[];
    };
