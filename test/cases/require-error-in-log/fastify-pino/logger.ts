import pino from 'pino';

export const logger = pino({ level: process.env.LOG_LEVEL ?? 'info' });
export const withErrors = pino({ serializers: { error: pino.stdSerializers.err } });
/** The message first, as in our other services. */
export const log = {
  error(message: string, fields: object = {}) {
    logger.error(fields, message);
  },
};
