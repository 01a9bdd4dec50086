import type { Position } from '../library.js';

/** Gives what a token says without checking who signed it. */
export interface DecodeRow {
  /** Where the token stands; `this`: the receiver carries it (the request). */
  readonly token: Position;
  /** Only the header is read, which is how a key is found. */
  readonly header?: true;
  /** The call itself makes a decoder, whose calls decode. */
  readonly makes?: true;
}
