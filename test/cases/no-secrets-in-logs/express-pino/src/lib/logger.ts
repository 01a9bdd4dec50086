import pino from 'pino';

export const logger = pino({ level: 'info' });

export const auditLogger = pino({
  redact: { paths: ['password', '*.password', 'req.headers.authorization', 'headers.cookie', 'headers'], censor: '***' },
});

/** Logs through pino with the message first. */
export const log = {
  info: (message: string, fields: Record<string, unknown> = {}) => logger.info(fields, message),
  error: (message: string, fields: Record<string, unknown> = {}) => logger.error(mask(fields), message),
};

function mask(fields: Record<string, unknown>): Record<string, unknown> {
  const { password: _password, token: _token, ...rest } = fields;
  return rest;
}
