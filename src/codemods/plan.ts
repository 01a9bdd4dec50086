/** One file as it is and as it would be. */
export interface Change {
  /** Absolute path. */
  readonly path: string;
  /** Null for a file that there is not. */
  readonly before: string | null;
  readonly after: string;
}

/** What a codemod would do to a project. Nothing is written before all of it is known. */
export interface Plan {
  readonly changes: readonly Change[];
  /** What a person must know of it or do about it: paragraphs, each a headline and its lines. */
  readonly notes: readonly Note[];
  /** Places that asked for a change and were left alone, each with the reason, in a line. */
  readonly left: readonly string[];
  /** Texts that no output may show whole. */
  readonly hidden: readonly string[];
}

export interface Note {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What a codemod can't do well: said in one line, and nothing is written. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** What the command line asks of a codemod. */
export interface Request {
  /** Absolute paths of the files to look at. */
  readonly files: readonly string[];
  /** Where the command runs: paths are shown relative to it. */
  readonly cwd: string;
  /** `POST /orders`, as typed. */
  readonly routes: readonly string[];
  readonly store: string | null;
}

/** A part of a secret that lets its owner tell which it is, and nobody else use it. */
export function masked(secret: string): string {
  const shown = secret.length >= 12 ? 3 : secret.length >= 8 ? 1 : 0;
  return `${secret.slice(0, shown)}…`;
}
