import pino from 'pino';
import winston from 'winston';

export const log = pino({ name: 'parcels' });
export const audit = winston.createLogger({ transports: [new winston.transports.Console()] });
