import type { FunctionNode, Node, TSESTree } from '../syntax/ast.js';
import type { Instance } from './entity.js';
import type { Proof } from './proof.js';
import type { LogForm, LogLevel } from './rows/logging.js';

/** One line that the code logs. */
export interface LogCall {
  readonly call: TSESTree.CallExpression;
  readonly level: LogLevel;
  /** The library that writes it (`pino`, `winston`, `console`, …), or null where only the logger's name is known. */
  readonly library: string | null;
  /** How the call reads its arguments; null for a logger of the project's own and for those known by name. */
  readonly form: LogForm | null;
  /** What is handed over to be logged, in order: all arguments without the level's name. */
  readonly values: readonly Node[];
  /** The text that is logged, or built; null where none can be told apart. */
  readonly message: Node | null;
  /** The logger, where it is a library's. */
  readonly logger: Instance | null;
  /** The project's own function that the call runs, which logs what it is given. */
  readonly wrapper: LogWrapper | null;
  readonly proof: Proof;
}

/** A function of the project that logs what it is given: `export const info = (message, fields) => pino.info(fields, message)`. */
export interface LogWrapper {
  readonly fn: FunctionNode;
  /** The call inside that a library (or another such function) answers. */
  readonly inner: LogCall;
  /** The positions of the parameters that reach the log as they are: not through a mask or another function. */
  readonly passed: ReadonlySet<number>;
  /** Those that are logged at all, through whatever function. */
  readonly logged: ReadonlySet<number>;
}
