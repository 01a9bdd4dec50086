/** The areas of the catalogue, in its order; also the folders of `src/rules`. */
export const AREAS = [
  'secrets',
  'data',
  'auth',
  'http',
  'input',
  'cache',
  'jobs',
  'resilience',
  'logging',
  'architecture',
] as const;
export type Area = (typeof AREAS)[number];

/**
 * How a rule stands in the presets: `error` and `warn` are in `recommended` at that severity,
 * `strict` only in `strict` (and there a warning). `all` holds every rule.
 */
export type Level = 'error' | 'warn' | 'strict';

/** What the presets, the pages and `backend-lint` know of a rule: its `meta.docs`. */
export interface RuleDocs {
  readonly description: string;
  readonly url: string;
  readonly area: Area;
  readonly level: Level;
  /** In `recommended`; the form that documentation tools read. */
  readonly recommended: boolean;
  /** CWE numbers, e.g. `[89]`. */
  readonly cwe: readonly number[];
  /** The rule's options as the `strict` preset sets them, or null. */
  readonly strictOptions: Readonly<Record<string, unknown>> | null;
}
