import type { TSESTree } from '@typescript-eslint/utils';

import type { Node } from '../syntax/ast.js';
import type { Instance } from './entity.js';
import type { Library, LinkRow, QueryOperation, QueryRow } from './library.js';
import type { Proof } from './proof.js';

/** One call in a builder's chain, or a later call on the variable that holds the builder. */
export interface Link {
  readonly name: string;
  readonly call: TSESTree.CallExpression;
  /** What the library says of it; empty for links that change nothing of interest. */
  readonly row: LinkRow;
}

/** Where the value of a query goes. */
export interface QueryEnd {
  readonly how:
    /** Awaited, or handed to `Promise.all` and the like, or `.then`ed. */
    | 'await'
    /** Given back by the function. */
    | 'return'
    /** Read row by row by `for await`. */
    | 'iterate'
    /** A statement of its own: nobody waits for it. */
    | 'discard'
    /** Handed to something unknown, which may still change it. */
    | 'escape';
  /** The outermost expression of the query there. */
  readonly node: Node;
}

/** One query as the code makes it: from its first call to the one that runs it. */
export interface Query {
  readonly library: Library;
  readonly op: QueryOperation;
  readonly row: QueryRow;
  /** The first call: `db.select()`, `prisma.user.findMany(…)`, `knex('users')`, or a tagged template. */
  readonly start: TSESTree.CallExpression | TSESTree.TaggedTemplateExpression;
  /** The expression that runs it (`getMany()`, the awaited chain); null where it is not run in sight. */
  readonly run: Node | null;
  readonly links: readonly Link[];
  readonly ends: readonly QueryEnd[];
  /** The client or repository that it is made on. */
  readonly client: Instance | null;
  /** The table, model or entity by name, as the code writes it. */
  readonly entity: string | null;
  /** SQL text, where it has some: of a tag that binds its holes, the template. */
  readonly text: Node | null;
  readonly proof: Proof;
}

/** How a filter narrows one column. */
export interface Filter {
  readonly column: string;
  readonly how: 'equal' | 'in' | 'other';
  readonly value: Node | null;
}

/** What filters a query: the columns that are known, and whether more could not be read. */
export interface Filters {
  readonly known: readonly Filter[];
  readonly complete: boolean;
}
