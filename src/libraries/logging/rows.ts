import type { MemberRow } from '../../model/library.js';
import type { LogForm, LogLevel } from '../../model/rows/logging.js';

const LEVELS: Readonly<Record<string, LogLevel>> = {
  trace: 'trace',
  silly: 'trace',
  debug: 'debug',
  verbose: 'debug',
  data: 'debug',
  info: 'info',
  log: 'info',
  http: 'info',
  notice: 'info',
  success: 'info',
  warn: 'warn',
  warning: 'warn',
  error: 'error',
  crit: 'fatal',
  critical: 'fatal',
  alert: 'fatal',
  emerg: 'fatal',
  fatal: 'fatal',
};

/** The level that a method of this name writes at, or null for names that are none. */
export const levelOf = (name: string): LogLevel | null => (Object.hasOwn(LEVELS, name) ? LEVELS[name]! : null);

/** Members that write a line, one for each level, with what they give back. */
export function levels(form: LogForm, names: readonly string[], returns?: string): Readonly<Record<string, MemberRow>> {
  return Object.fromEntries(
    names.map((name): [string, MemberRow] => [
      name,
      { log: { level: LEVELS[name] ?? 'info', form }, ...(returns === undefined ? {} : { returns }) },
    ]),
  );
}
