import type { Variable } from '@typescript-eslint/scope-manager';

import type { FunctionNode, Node } from '../syntax/ast.js';
import type { LibraryType } from './entity.js';
import type { Library } from './library.js';
import type { Query } from './query.js';

/**
 * How queries come to stand inside a transaction: `client`: they are called on its client; `option`: its token is handed
 * to each of them (`{ transaction }`, `{ session }`); `ambient`: whatever runs meanwhile is inside (one connection, or a
 * client that keeps the transaction in an asynchronous context).
 */
export type TransactionJoin = 'client' | 'option' | 'ambient';

/** A stretch of code that runs inside a transaction. */
export interface TransactionScope {
  readonly library: Library;
  /**
   * `callback`: a library's or an own function calls it with the client; `manual`: between BEGIN and COMMIT; `given`: the
   * function is handed the client of its caller's transaction; `decorator`: `@Transactional()`.
   */
  readonly form: 'callback' | 'manual' | 'given' | 'decorator';
  readonly joins: TransactionJoin;
  /** The call that begins it; of a given one the parameter's function. */
  readonly opening: Node;
  /** The function whose code is meant. */
  readonly body: FunctionNode;
  /** The part of it that runs inside, as offsets. */
  readonly range: readonly [number, number];
  /** The variable that holds the client or token, and what names it in code; null where it has no name. */
  readonly variable: Variable | null;
  readonly client: string | null;
  /** The type of the client or token. */
  readonly type: LibraryType | null;
  /** Where a client or token that stands inside comes from. */
  readonly tokens: readonly ClientOrigin[];
  /** What the transaction is opened on. */
  readonly opener: Node | null;
}

/** Where a client comes from, seen from the code that uses it. */
export type ClientOrigin =
  /** A connection, session or transaction taken by hand and held by a variable. */
  | { readonly kind: 'own'; readonly variable: Variable }
  /** A parameter of a function, or a part of it; `falls`: without it, an outer client is used. */
  | {
      readonly kind: 'parameter';
      readonly fn: FunctionNode;
      readonly index: number;
      readonly path: readonly string[];
      readonly falls: boolean;
    }
  /** A field of `this`. */
  | { readonly kind: 'field'; readonly name: string }
  /** A client that lives longer than any transaction. */
  | { readonly kind: 'outer' };

/** A query that running a function makes, or a transaction that it opens, and through which client. */
export interface DatabaseUse {
  readonly library: Library;
  /** Null: unknown. */
  readonly origin: ClientOrigin | null;
  /** The expression of the asked function that leads to it: the query itself, or the call of a function that has it. */
  readonly site: Node;
  /** Null where a transaction of its own is opened. */
  readonly query: Query | null;
  /** The client's expression where it is used. */
  readonly root: Node | null;
  readonly joins: 'client' | 'option';
}
