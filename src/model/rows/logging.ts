/** The levels of log lines, whatever their library calls them. */
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';

/**
 * How a logger reads its arguments. `fields-first`: an object of fields or an error, then the message, then values for
 * the message's placeholders (pino, bunyan). `message-first`: the message, then fields (winston). `values`: everything
 * is printed (console). `stack-second`: the message, then for errors the stack, then the context (NestJS).
 */
export type LogForm = 'fields-first' | 'message-first' | 'values' | 'stack-second';

/** A call that writes a line of the log. */
export interface LogRow {
  /** `argument`: the first argument names it (`winston.log('error', …)`). */
  readonly level: LogLevel | 'argument';
  readonly form: LogForm;
}
