import type { FunctionNode, Node } from '../syntax/ast.js';
import type { BackendFile } from './file.js';
import type { RequestPart } from './library.js';
import type { SinkKind, SinkRow } from './rows/flow.js';

/**
 * The way into a value, outermost first: names of properties, indices, and `'?'` for one property that can't be told,
 * `'*'` for each element, `'**'` for anything inside, `'#'` for a property's name itself.
 */
export type FieldPath = readonly string[];

/** The kinds of danger that a value is free of, one bit each. */
export type KindSet = number;

/** Where a value comes from, as far as its function shows: the request, or a parameter. */
export interface Origin {
  readonly source:
    | { readonly kind: 'request'; readonly part: RequestPart; readonly node: Node }
    | { readonly kind: 'parameter'; readonly fn: FunctionNode; readonly index: number; readonly node: Node };
  /** The way into the source. */
  readonly path: FieldPath;
  readonly clean: KindSet;
  /** The call of the schema that the value has passed; null where it has passed none in sight. */
  readonly validatedBy: Node | null;
  /** The expressions on the way that give it another form, from the source on. */
  readonly steps: readonly Node[];
}

export type RequestOrigin = Origin & { readonly source: { readonly kind: 'request' } };
export type ParameterOrigin = Origin & { readonly source: { readonly kind: 'parameter' } };

/** One place at which a value is dangerous. */
export interface Sink {
  readonly kind: SinkKind;
  readonly row: SinkRow | null;
  /** The call, construction, assignment or tag. */
  readonly site: Node;
  /** The value itself, and the way into it. */
  readonly value: Node;
  readonly path: FieldPath;
  /** What it is handed to, for messages: `fs.readFile`. */
  readonly name: string;
  readonly file: BackendFile;
}

/** Request data that reaches a sink with nothing on the way that takes the danger away. */
export interface Flow {
  readonly kind: SinkKind;
  readonly sink: Sink;
  readonly source: RequestOrigin;
  /** Where it is reported: the sink's value, or the call that leaves the file. */
  readonly node: Node;
  /** The calls that it passes after leaving the function of the source, outermost first. */
  readonly calls: readonly Node[];
  readonly clean: KindSet;
}
