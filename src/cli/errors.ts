/** Something the user can put right (an option, a path, a config): printed as one line, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What went wrong with one file while the others were still linted: printed as one line, exit code 2. */
export interface Fault {
  /** Absolute path of the file. */
  readonly file: string;
  /** The rule that failed, with its prefix, or null. */
  readonly rule: string | null;
  readonly message: string;
}

/** The message of anything thrown, on one line. */
export function oneLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\s+/g, ' ').trim();
}
