import type { Position } from '../library.js';

export type AnswerKind =
  | 'json'
  | 'text'
  | 'redirect'
  | 'render'
  | 'file'
  /** A status with no body. */
  | 'empty'
  /** The body can be anything: `res.send(x)`, `ctx.body = x`, `new Response(x)`. */
  | 'any';

/** What a call, a construction or an assignment has to do with the answer to a request. Positions of `''`: what is assigned. */
export interface ResponseRow {
  /**
   * - `send`: the call itself sends the answer.
   * - `value`: what it gives is the answer, once the handler returns it.
   * - `throw`: the call throws the answer.
   * - `error`: what it gives is the answer, once it is thrown.
   * - `set`: assigning to the member makes the body.
   * - `status`: the status of an answer that comes later, or further on in the chain.
   * - `write`: a part of the body; more may follow.
   * - `pass`: hands the request on; with an argument, to the error handling.
   */
  readonly does: 'send' | 'value' | 'throw' | 'error' | 'set' | 'status' | 'write' | 'pass';
  readonly kind?: AnswerKind;
  /** Where the status stands, first found wins. */
  readonly status?: readonly Position[];
  /** The status where none is written. */
  readonly fallback?: number;
  /** Statuses by the name that stands for them: tRPC's codes. */
  readonly names?: Readonly<Record<string, number>>;
  /** Where the body stands, first found wins. */
  readonly body?: readonly Position[];
}
