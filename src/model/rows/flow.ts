import type { Position, RequestPart } from '../library.js';

/** What a value does where it ends: the kinds of danger that request data can mean. */
export type SinkKind =
  /** A shell command, or the program that is run. */
  | 'command'
  /** A file's path, or the key of an object in a store. */
  | 'path'
  /** The address of a request that the server makes. */
  | 'url'
  /** Where the client is sent. */
  | 'redirect'
  /** Code that is run: `eval`, `vm`, `require(x)`. */
  | 'code'
  /** The text of a query language other than SQL: GraphQL. */
  | 'query'
  /** The source of a template. */
  | 'template'
  /** An answer that a browser reads as HTML. */
  | 'html'
  /** The source of a regular expression. */
  | 'regexp'
  /** The name of a property that is written, or under which something is looked up and written. */
  | 'property'
  /** An object whose properties are copied deeply into another. */
  | 'merge'
  /** A serialized value that may build more than data. */
  | 'serialized'
  /** XML that is read with entities or stylesheets. */
  | 'xml'
  /** A line of a text log. */
  | 'log'
  /** A whole object whose shape the client decides. Text of it is harmless. */
  | 'object'
  /** A filter, or a value in one, where an object is an operator: `{ $ne: null }`. Text of it is harmless. */
  | 'filter'
  /** The name of a field in such a filter, or code in one. */
  | 'nosql'
  /** The columns of a row that is written, as a whole. */
  | 'row'
  /** Anything in what is written, sent, enqueued or asked of another service: it should have passed a schema. */
  | 'input'
  /** Anything in the filter of a query: the same. */
  | 'lookup';

/** Where a call takes a value that must not be the client's as it came. */
export interface SinkRow {
  readonly kind: SinkKind;
  /**
   * Where the value stands: positions of the call, `'1.*'` each element of a list, `'*'` any argument, `'this'` the
   * receiver, `''` what is assigned to the property itself.
   */
  readonly at: readonly Position[];
  /** Only where all of these hold; what can't be told doesn't. */
  readonly when?: readonly SinkCondition[];
  /** Only what is this part of a request: keys of an object store made of a file's name. */
  readonly part?: RequestPart;
  /** Only below this version of the library (`'4'`, `'4.17.12'`), by what the project has of it or asks for. */
  readonly below?: string;
}

/** A condition on another argument of the call. */
export interface SinkCondition {
  readonly at: Position;
  /** Holds when one of these constants stands there; `'set'`: anything but false stands there; `'unset'`: nothing or false. */
  readonly is: readonly (string | number | boolean)[] | 'set' | 'unset';
}

/** How a call's result is made of what it is given. */
export interface StepRow {
  /** Where what flows on stands: positions, `'this'` the receiver, `'*'` all arguments. */
  readonly from: readonly Position[];
  /** The dangers that the result is free of. */
  readonly cleans?: readonly SinkKind[] | 'all';
  /** The dangers that properties of the result are free of beyond that: `path.parse(x).base`. */
  readonly parts?: Readonly<Record<string, readonly SinkKind[]>>;
  /** The result has passed a schema. */
  readonly validates?: true;
  /** The result holds the value in this property (`safeParse(x).data`); its other properties hold nothing of it. */
  readonly into?: string;
  /** The result is a text of its own making; properties of what is given are no properties of it. */
  readonly text?: true;
}
