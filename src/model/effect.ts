import type { Node } from '../syntax/ast.js';
import type { BackendFile } from './file.js';
import type { EffectRow } from './library.js';
import type { Query } from './query.js';

/**
 * What running a piece of code changes outside of it. `set` writes given values over old ones; `increment` and `append`
 * reckon with the old ones; `upsert` creates where nothing is yet, a conflict-handled insert included.
 */
export type EffectKind = 'create' | 'set' | 'increment' | 'append' | 'delete' | 'upsert' | EffectRow['does'];

/** Why a repeat of an effect does no harm. */
export type RepeatSafety =
  /** It writes the same again: fields set, a row deleted, an upsert. */
  | 'same'
  /** It is given a key or an id by which the other side knows the repeat. */
  | 'key'
  /** A unique key of the table refuses the repeat. */
  | 'unique'
  /** The code catches the conflict that a repeat causes. */
  | 'conflict'
  /** The code ends earlier when it runs again: it finds its own row, mark or changed state. */
  | 'dedup';

/** One effect of running a function, directly or through the project's own functions that it calls. */
export interface Effect {
  readonly kind: EffectKind;
  /** Running it again leaves what running it once left. */
  readonly repeatable: boolean;
  readonly safety: RepeatSafety | null;
  /** A repeat ends here with an error, so that nothing after it happens again. */
  readonly refuses: boolean;
  /** For a message: `creates a row (prisma.order.create)`. */
  readonly what: string;
  /** The table, model, queue or client that it concerns, as the code names it. */
  readonly entity: string | null;
  readonly query: Query | null;
  /** Where it happens. */
  readonly node: Node;
  readonly file: BackendFile;
  /** The offset at which its reader sees it: in a chain, of the link that tells. */
  readonly offset: number;
  /** The expression of the asked function that leads to it: the effect itself, or the call of a function that has it. */
  readonly site: Node;
}

/** A read that a function makes, directly or through others. */
export interface Lookup {
  readonly entity: string;
  readonly query: Query;
  readonly site: Node;
}

/** What running a function does. */
export interface Effects {
  readonly effects: readonly Effect[];
  readonly reads: readonly Lookup[];
  /** All calls of project functions in sight were followed to their ends. */
  readonly complete: boolean;
}
