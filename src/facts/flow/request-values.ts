import type { FieldPath } from '../../model/flow.js';
import type { RequestPart } from '../../model/library.js';
import type { Node } from '../../syntax/ast.js';
import { hasKind } from './kinds.js';
import { trace } from './trace.js';

/** What of a request an expression is. */
export interface RequestValue {
  readonly part: RequestPart;
  /** The way into the part: `['user', 'name']` of `req.body.user.name`; empty for the whole part. */
  readonly path: FieldPath;
  /** The expression that reads it from the request. */
  readonly source: Node;
  /** The call of the schema that it has passed in sight; null where none is. Middleware is asked for by `guardsOf`. */
  readonly validatedBy: Node | null;
  /** It is text by now: made by a template, `String()` or a text's method. */
  readonly isText: boolean;
}

/**
 * Whether an expression is data of a request, directly or by what its function makes of it: which part, and whether it
 * has passed a schema. Null for what is none, can't be told, or was checked against a closed list.
 */
export function requestValueOf(node: Node): RequestValue | null {
  return allRequestValues(node)[0] ?? null;
}

/** The same with everything that goes into it: `{ ...req.body, owner: req.params.id }` has two. `'**'` looks inside. */
export function allRequestValues(node: Node, path: FieldPath = []): RequestValue[] {
  return trace(node, path).flatMap(({ source, path: into, clean, validatedBy }) =>
    source.kind === 'request'
      ? [{ part: source.part, path: into, source: source.node, validatedBy, isText: hasKind(clean, 'object') }]
      : [],
  );
}
