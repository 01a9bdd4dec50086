import bunyan from 'bunyan';
import { logger } from './logger.js';
import { charge } from './payments.js';

const audit = bunyan.createLogger({ name: 'audit' });

export function consume(source: NodeJS.EventEmitter) {
  source.on('error', (err) => {
    // bad: require-error-in-log
    // fix: require-error-in-log
    audit.error('source failed', err);
    // bad: require-error-in-log
    logger.error({ message: err.message }, 'source failed');
    // ok: require-error-in-log
    logger.error({ message: err.message, stack: err.stack }, 'source failed');
  });
  source.on('message', (message) => {
    charge(message).catch((e) => {
      // bad: require-error-in-log
      // fix: require-error-in-log
      logger.debug(`charge failed: ${e}`);
    });
    // ok: require-error-in-log
    logger.info('message taken', message);
  });
}
