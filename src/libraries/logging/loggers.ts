import type { ExportRow, Library } from '../../model/library.js';
import { levels } from './rows.js';

const NPM_LEVELS = ['error', 'warn', 'info', 'http', 'verbose', 'debug', 'silly', 'data'];
const SYSLOG_LEVELS = ['emerg', 'alert', 'crit', 'warning', 'notice'];
const SHORT = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];
const CONSOLA = ['trace', 'debug', 'verbose', 'info', 'log', 'success', 'warn', 'error', 'fatal'];
const consola: ExportRow = { type: 'Consola' };

/** Loggers that put the message first, and those that print whatever they are given. */
export const loggers: readonly Library[] = [
  {
    // https://github.com/winstonjs/winston#logging: `logger.log(level, message, ...meta)`, `logger.info(message, ...meta)`.
    name: 'winston',
    kind: 'logging',
    modules: ['winston'],
    client: 'Logger',
    exports: {
      default: { type: 'Logger' },
      '*': { type: 'Logger' },
      createLogger: { returns: 'Logger' },
      Logger: { annotation: 'Logger' },
      'default.Logger': { annotation: 'Logger' },
      'loggers.get': { returns: 'Logger' },
      'loggers.add': { returns: 'Logger' },
      LeveledLogMethod: { annotation: 'Method' },
      format: {},
      transports: {},
      config: {},
    },
    types: {
      Logger: {
        members: {
          ...levels('message-first', [...NPM_LEVELS, ...SYSLOG_LEVELS], 'this'),
          log: { log: { level: 'argument', form: 'message-first' }, returns: 'this' },
          child: { returns: 'this' },
          createLogger: { returns: 'Logger' },
          add: { returns: 'this' },
        },
      },
      Method: { call: { log: { level: 'info', form: 'message-first' } } },
    },
  },
  {
    // https://nodejs.org/api/console.html: a global; everything is printed, errors with their stack.
    name: 'console',
    kind: 'logging',
    modules: ['console', 'node:console'],
    exports: { '*': { type: 'Console' }, default: { type: 'Console' }, Console: { new: 'Console' } },
    globals: { console: { type: 'Console' } },
    types: {
      Console: {
        members: {
          ...levels('values', ['log', 'info', 'warn', 'error', 'debug', 'trace']),
          dir: { log: { level: 'info', form: 'values' } },
          table: { log: { level: 'info', form: 'values' } },
        },
      },
    },
  },
  {
    // https://docs.nestjs.com/techniques/logger: `error(message, stack?, context?)`, the others `(message, context?)`.
    name: 'nestjs-logger',
    kind: 'logging',
    modules: ['@nestjs/common'],
    client: 'Logger',
    exports: {
      Logger: { new: 'Logger', static: 'Logger' },
      ConsoleLogger: { new: 'Logger', static: 'Logger' },
      LoggerService: { annotation: 'Logger' },
    },
    types: {
      Logger: {
        members: {
          ...levels('stack-second', ['log', 'error', 'warn', 'debug', 'verbose', 'fatal']),
          setContext: {},
        },
      },
    },
  },
  {
    // https://docs.powertools.aws.dev/lambda/typescript/latest/features/logger/#appending-additional-data-to-a-single-log-item
    name: 'lambda-powertools-logger',
    kind: 'logging',
    modules: ['@aws-lambda-powertools/logger'],
    exports: { Logger: { new: 'Logger' } },
    types: {
      Logger: {
        members: {
          ...levels('message-first', ['trace', 'debug', 'info', 'warn', 'error', 'critical']),
          createChild: { returns: 'this' },
        },
      },
    },
  },
  {
    // https://github.com/unjs/consola#getting-started
    name: 'consola',
    kind: 'logging',
    modules: ['consola'],
    exports: {
      default: consola,
      consola,
      createConsola: { returns: 'Consola' },
      ConsolaInstance: { annotation: 'Consola' },
    },
    types: { Consola: { members: { ...levels('values', CONSOLA), withTag: { returns: 'this' } } } },
  },
  {
    // https://tslog.js.org/#/?id=default-log-level
    name: 'tslog',
    kind: 'logging',
    modules: ['tslog'],
    exports: { Logger: { new: 'Logger' } },
    types: {
      Logger: { members: { ...levels('values', ['silly', ...SHORT]), getSubLogger: { returns: 'this' } } },
    },
  },
  {
    // https://log4js-node.github.io/log4js-node/api.html
    name: 'log4js',
    kind: 'logging',
    modules: ['log4js'],
    exports: { getLogger: { returns: 'Logger' }, Logger: { annotation: 'Logger' } },
    types: { Logger: { members: levels('values', SHORT) } },
  },
  {
    // https://github.com/pimterry/loglevel#logging-methods
    name: 'loglevel',
    kind: 'logging',
    modules: ['loglevel'],
    exports: { default: { type: 'Logger' }, '*': { type: 'Logger' }, Logger: { annotation: 'Logger' } },
    types: {
      Logger: {
        members: { ...levels('values', ['trace', 'debug', 'info', 'warn', 'error']), getLogger: { returns: 'this' } },
      },
    },
  },
  {
    // https://github.com/klaudiosinani/signale#default-loggers
    name: 'signale',
    kind: 'logging',
    modules: ['signale'],
    exports: { default: { type: 'Signale' }, '*': { type: 'Signale' }, Signale: { new: 'Signale' } },
    types: { Signale: { members: levels('values', ['debug', 'info', 'log', 'success', 'warn', 'error', 'fatal']) } },
  },
  {
    // https://github.com/debug-js/debug#usage: a function made for a namespace.
    name: 'debug',
    kind: 'logging',
    modules: ['debug'],
    exports: { default: { returns: 'Debugger' }, Debugger: { annotation: 'Debugger' } },
    types: {
      Debugger: { call: { log: { level: 'debug', form: 'values' } }, members: { extend: { returns: 'Debugger' } } },
    },
  },
];
