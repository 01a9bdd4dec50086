import type { Sink } from '../../model/flow.js';
import { type BackendFile, sourceText } from '../../model/file.js';
import type { LogCall } from '../../model/log.js';
import { logsOf } from '../logs/calls.js';

/** Loggers that print lines of text, unless they are told to write JSON. */
const TEXT_LOGGERS = new Set([
  'console',
  'nestjs-logger',
  'consola',
  'log4js',
  'loglevel',
  'signale',
  'debug',
  'tslog',
]);

/** What is put into lines of text logs: a line break in it begins a line of the client's. */
export function logSinks(file: BackendFile): Sink[] {
  return logsOf(file).flatMap((log) =>
    log.wrapper === null && writesText(log)
      ? log.values.map((value) => ({
          kind: 'log' as const,
          row: null,
          site: log.call,
          value,
          path: [],
          name: file.text.slice(...log.call.callee.range),
          file,
        }))
      : [],
  );
}

function writesText({ library, logger }: LogCall): boolean {
  if (library === null) return false;
  const made = logger?.at ? sourceText(logger.at) : '';
  // winston writes JSON unless its format prints.
  if (library === 'winston') return /\b(?:simple|printf|cli|prettyPrint)\(/.test(made) && !/\bjson\(\)/.test(made);
  return TEXT_LOGGERS.has(library) && !/\bjson\s*:\s*true|type\s*:\s*['"]json/.test(made);
}
