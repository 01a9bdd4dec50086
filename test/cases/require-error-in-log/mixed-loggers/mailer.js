// @complete: require-error-in-log
const winston = require('winston');
const Sentry = require('@sentry/node');
const { send } = require('./smtp');

const logger = winston.createLogger({ transports: [new winston.transports.Console()] });

async function deliver(mail) {
  try {
    await send(mail);
  } catch (err) {
    // bad: require-error-in-log
    // fix: require-error-in-log
    logger.error(err.message);
    // bad: require-error-in-log
    logger.error(`could not send ${mail.id}: ${err.message}`);
    // ok: require-error-in-log
    logger.error('could not send', err);
    // ok: require-error-in-log
    logger.error('could not send', { stack: err.stack });
  }
}

async function retry(mail) {
  try {
    await send(mail);
  } catch (err) {
    const message = err instanceof Error ? err.message : String(err);
    // bad: require-error-in-log
    console.error('gave up', message);
    return false;
  }
  return true;
}

async function flush(mails) {
  for (const mail of mails)
    try {
      await send(mail);
    } catch (err) {
      // bad: require-error-in-log
      // fix: require-error-in-log
      console.error('could not send', mail.id, err.message);
      continue;
    }
}

async function tracked(mail) {
  try {
    await send(mail);
  } catch (err) {
    Sentry.captureException(err);
    // ok: require-error-in-log
    logger.warn(`could not send: ${err.message}`);
  }
}

async function wrapped(mail) {
  try {
    await send(mail);
  } catch (err) {
    // ok: require-error-in-log
    console.error('could not send', mail.id);
    throw new Error('delivery failed', { cause: err });
  }
}

function read(path, done) {
  require('node:fs').readFile(path, (err, text) => {
    if (err) {
      // bad: require-error-in-log
      // fix: require-error-in-log
      console.error('cannot read the template');
      return done(null);
    }
    // ok: require-error-in-log
    console.info('template read');
    done(text);
  });
}

async function remove(path) {
  try {
    await require('node:fs/promises').unlink(path);
  } catch (err) {
    if (err.code === 'ENOENT') {
      // ok: require-error-in-log
      console.info('nothing to remove');
      return;
    }
    throw err;
  }
}

async function quiet(mail) {
  try {
    await send(mail);
  } catch {
    // ok: require-error-in-log
    logger.warn('not sent, will be sent again');
  }
  // ok: require-error-in-log
  logger.error('no error in hand here');
}

module.exports = { deliver, retry, flush, tracked, wrapped, read, remove, quiet };
