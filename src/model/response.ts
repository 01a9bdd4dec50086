import type { FunctionNode, Node } from '../syntax/ast.js';
import type { Library } from './library.js';
import type { Proof } from './proof.js';
import type { AnswerKind, ResponseRow } from './rows/responses.js';

/** One place where an answer to a request is sent, made, or handed on. */
export interface Answer {
  /** The call with its chain (`res.status(404).json(…)`), the construction, the assignment, or the value returned. */
  readonly node: Node;
  /** The function that it stands in; null at the top of a module. */
  readonly fn: FunctionNode | null;
  /** As in `ResponseRow`; `return`: a value that the framework answers with, because the handler gives it back. */
  readonly does: Exclude<ResponseRow['does'], 'status'> | 'return';
  readonly kind: AnswerKind;
  /** The status; 200 (500 for errors) where none is written; null where it can't be told. */
  readonly status: number | null;
  /** Where the status is written; null where nothing says it. */
  readonly statusNode: Node | null;
  /** What the body is made of: the body itself; for a helper of the project, the arguments that it puts into the body. */
  readonly bodies: readonly Node[];
  readonly library: Library;
  /** The project's helper through which it goes. */
  readonly helper: FunctionNode | null;
  readonly proof: Proof;
}
