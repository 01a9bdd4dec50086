import type { Node, TSESTree } from '../syntax/ast.js';
import type { Instance } from './entity.js';
import type { Library } from './library.js';
import type { Proof } from './proof.js';
import type { CacheRow } from './rows/cache.js';

/** A call on a cache, or one that makes a client of one. */
export interface CacheAccess {
  readonly node: TSESTree.CallExpression | TSESTree.NewExpression;
  readonly row: CacheRow;
  readonly library: Library;
  readonly owner: Instance | null;
  readonly key: Node | null;
  readonly value: Node | null;
  readonly proof: Proof;
}
