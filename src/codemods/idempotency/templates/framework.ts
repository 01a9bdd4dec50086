/** How one framework's middleware is written. */
export interface FrameworkCode {
  /** What a route names: the middleware, or the hooks in order. */
  readonly names: readonly string[];
  /** The name by which the code has its request, and how it knows who sent it. */
  readonly request: string;
  readonly caller: {
    readonly type: string;
    /** The caller by its path from the request: `['user', 'id']`. */
    readonly by: (path: readonly string[]) => string;
    readonly otherwise: string;
  };
  readonly template: (parts: Parts) => string;
}

interface Parts {
  /** The specifier of the store's module. */
  readonly store: string;
  /** The function `callerOf`. */
  readonly caller: string;
  /** The arguments of `begin`. */
  readonly begin: (request: string) => string;
}

/** Who sends a request, as the project's own code asks it. */
export type CallerSource = readonly string[] | null;

/** `(req as Request & { user?: { id?: unknown } }).user?.id`; in JavaScript `req.user?.id`. */
export function typedPath(request: string, type: string, path: readonly string[]): string {
  const shape = path.reduceRight((inner, name) => `{ ${name}?: ${inner} }`, 'unknown');
  return `«(»${request}« as ${type} & ${shape})».${path.join('?.')}`;
}

/** The function `callerOf` of a middleware. */
export function callerFunction({ request, caller }: FrameworkCode, source: CallerSource): string {
  const known = source && caller.by(source);
  const comment =
    known === null
      ? `/** Whose request it is: the keys of one caller say nothing of another's. Better still: the id of the authenticated user. */`
      : `/** Whose request it is: the keys of one caller say nothing of another's. */`;
  const value = known === null ? caller.otherwise : `String(${known} ?? ${caller.otherwise.replace(/ \?\? ''$/, '')})`;
  return `${comment}
function callerOf(${request}«: ${caller.type}»)«: string» {
  return ${value};
}`;
}
