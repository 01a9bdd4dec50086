import log4js from 'log4js';
import pino from 'pino';
import winston from 'winston';

export const json = pino({ level: 'info' });

export const lines = winston.createLogger({
  format: winston.format.combine(winston.format.timestamp(), winston.format.printf((i) => `${i.timestamp} ${i.level} ${i.message}`)),
  transports: [new winston.transports.File({ filename: 'app.log' })],
});

export const structured = winston.createLogger({ format: winston.format.json(), transports: [new winston.transports.Console()] });

export const audit = log4js.getLogger('audit');

export function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}

export function note(message: string): void {
  lines.info(`note: ${message}`);
}
