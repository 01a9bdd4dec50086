import type { ESLint, Linter } from 'eslint';
import type { Fault } from './errors.js';

export type Message = Linter.LintMessage;
export type FileResult = ESLint.LintResult;

/** Everything that a run found, as the formatters get it. */
export interface Report {
  /** The folder that paths are printed relative to. */
  readonly cwd: string;
  readonly results: readonly FileResult[];
  /** Files that could not be read, or rules that crashed. */
  readonly faults: readonly Fault[];
  readonly rules: Readonly<Record<string, ESLint.LintResultData['rulesMeta'][string]>>;
  readonly version: string;
  readonly fixed: { readonly findings: number; readonly files: number };
}

export const isError = (message: Message): boolean => message.severity === 2;
/** A syntax error: nothing else could be said about the file. */
export const isFatal = (message: Message): boolean => message.fatal === true;

/** ESLint's result for one file, its counts made from the messages. Without findings it holds no source. */
export function makeResult(
  filePath: string,
  messages: Message[],
  suppressedMessages: ESLint.LintResult['suppressedMessages'],
  source: string,
): FileResult {
  const tally = (test: (message: Message) => boolean): number => messages.filter(test).length;
  return {
    filePath,
    messages,
    suppressedMessages,
    errorCount: tally(isError),
    fatalErrorCount: tally(isFatal),
    warningCount: tally((message) => !isError(message)),
    fixableErrorCount: tally((message) => isError(message) && message.fix !== undefined),
    fixableWarningCount: tally((message) => !isError(message) && message.fix !== undefined),
    ...(messages.length > 0 || suppressedMessages.length > 0 ? { source } : {}),
    usedDeprecatedRules: [],
  };
}

/** The result without its warnings, for `--quiet`. */
export function withoutWarnings(result: FileResult): FileResult {
  return makeResult(result.filePath, result.messages.filter(isError), result.suppressedMessages, result.source ?? '');
}

export interface Totals {
  readonly errors: number;
  readonly warnings: number;
  readonly fatal: number;
  readonly fixable: number;
  /** Findings that no fix but exactly one suggestion would settle. */
  readonly suggested: number;
}

export function totalsOf(messages: readonly Message[]): Totals {
  const tally = (test: (message: Message) => boolean): number => messages.filter(test).length;
  return {
    errors: tally(isError),
    warnings: tally((message) => !isError(message)),
    fatal: tally(isFatal),
    fixable: tally((message) => message.fix !== undefined),
    suggested: tally((message) => message.fix === undefined && message.suggestions?.length === 1),
  };
}

export const allMessages = (results: readonly FileResult[]): Message[] => results.flatMap(({ messages }) => messages);
