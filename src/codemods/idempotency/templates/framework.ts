/** How one framework's middleware is written. */
export interface FrameworkCode {
  /** What a route names: the middleware, or the hooks in order. */
  readonly names: readonly string[];
  /** The name by which the code has its request, and how it knows who sent it. */
  readonly request: string;
  readonly caller: {
    readonly type: string;
    /** The caller by a member of the user that authentication found. */
    readonly user: (member: string) => string;
    /** The caller by a property of the request itself: `userId`. */
    readonly own: (path: string) => string;
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
export type CallerSource =
  { readonly kind: 'user'; readonly member: string } | { readonly kind: 'own'; readonly path: string } | null;

/** The function `callerOf` of a middleware. */
export function callerFunction({ request, caller }: FrameworkCode, source: CallerSource): string {
  const known = source === null ? null : source.kind === 'user' ? caller.user(source.member) : caller.own(source.path);
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
