import type { ExportRow, Library } from '../../model/library.js';
import { levels } from './rows.js';

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];
const make: ExportRow = { returns: 'Logger', annotation: 'Logger' };

/** pino, and what carries its loggers into frameworks. */
export const pinoLibraries: readonly Library[] = [
  {
    // https://getpino.io/#/docs/api?id=logger: an object or error first, then the message; `.child(bindings)`.
    name: 'pino',
    kind: 'logging',
    modules: ['pino'],
    client: 'Logger',
    exports: {
      default: make,
      pino: make,
      Logger: { annotation: 'Logger' },
      BaseLogger: { annotation: 'Logger' },
      'default.Logger': { annotation: 'Logger' },
      'pino.Logger': { annotation: 'Logger' },
      'pino.BaseLogger': { annotation: 'Logger' },
    },
    types: {
      Logger: { members: { ...levels('fields-first', LEVELS), child: { returns: 'this' }, isLevelEnabled: {} } },
    },
  },
  {
    // https://github.com/pinojs/pino-http#api: middleware that puts `log` on the request.
    name: 'pino-http',
    kind: 'logging',
    modules: ['pino-http', 'express-pino-logger', 'koa-pino-logger'],
    exports: { default: { returns: 'Middleware' }, pinoHttp: { returns: 'Middleware' } },
    types: { Middleware: { members: { logger: { type: 'pino.Logger' } } } },
  },
  {
    // https://github.com/iamolegga/nestjs-pino#example: `PinoLogger` is pino's, `Logger` NestJS's.
    name: 'nestjs-pino',
    kind: 'logging',
    modules: ['nestjs-pino'],
    exports: {
      PinoLogger: { new: 'PinoLogger' },
      Logger: { new: 'nestjs-logger.Logger' },
      InjectPinoLogger: {},
      LoggerModule: {},
    },
    types: {
      PinoLogger: {
        members: { ...levels('fields-first', LEVELS), setContext: {}, assign: {}, logger: { type: 'pino.Logger' } },
      },
    },
  },
  {
    // https://github.com/maou-shonen/hono-pino#usage: middleware that sets `c.var.logger`.
    name: 'hono-pino',
    kind: 'logging',
    modules: ['hono-pino'],
    exports: { pinoLogger: {}, logger: {}, PinoLogger: { annotation: 'PinoLogger' } },
    types: { PinoLogger: { members: { ...levels('fields-first', LEVELS), assign: {}, setResMessage: {} } } },
  },
  {
    // https://github.com/trentm/node-bunyan#log-method-api: as in pino, but what follows a message is printed into it.
    name: 'bunyan',
    kind: 'logging',
    modules: ['bunyan'],
    client: 'Logger',
    exports: {
      default: { new: 'Logger', annotation: 'Logger' },
      createLogger: { returns: 'Logger' },
    },
    types: { Logger: { members: { ...levels('fields-first', LEVELS), child: { returns: 'this' } } } },
  },
];
