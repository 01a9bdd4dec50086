// @complete: require-error-in-log
const { audit, forModule, legacy } = require('./log');
const { bank } = require('./bank');

const log = forModule('payouts');

async function pay(payout) {
  try {
    return await bank.transfer(payout);
  } catch (err) {
    // bad-cross: require-error-in-log -- the stack is lost
    // fix: require-error-in-log
    log.error(err.message);
    throw err;
  }
}

async function cancel(payout) {
  try {
    return await bank.cancel(payout.id);
  } catch (err) {
    // bad-cross: require-error-in-log -- pino ignores what follows the message
    // fix: require-error-in-log
    log.error('could not cancel', err);
    throw err;
  }
}

async function refund(payout) {
  try {
    return await bank.refund(payout.id);
  } catch (error) {
    // bad-cross: require-error-in-log
    // fix: require-error-in-log
    log.error('could not refund ' + error);
    throw error;
  }
}

async function reconcile(day) {
  try {
    return await bank.statement(day);
  } catch (error) {
    // bad-cross: require-error-in-log -- message first: the fields are dropped
    // fix: require-error-in-log
    log.error('reconciling failed', { error });
    throw error;
  }
}

async function verify(payout) {
  try {
    return await bank.verify(payout.id);
  } catch (error) {
    // bad-cross: require-error-in-log -- a fixed sentence
    log.error('could not verify the payout');
    return { verified: false };
  }
}

async function status(payout) {
  try {
    return await bank.status(payout.id);
  } catch (err) {
    // ok-cross: require-error-in-log
    log.error({ err, payoutId: payout.id }, 'could not read the status');
    throw err;
  }
}

async function close(payout) {
  try {
    return await bank.close(payout.id);
  } catch (err) {
    // ok-cross: require-error-in-log
    log.error(err, 'could not close');
    throw err;
  }
}

async function archive(payout) {
  try {
    return await bank.archive(payout.id);
  } catch (err) {
    // bad-cross: require-error-in-log -- bunyan ignores it too
    legacy.error('could not archive', err);
    throw err;
  }
}

async function note(payout) {
  try {
    return await bank.note(payout.id);
  } catch (err) {
    // ok-cross: require-error-in-log
    legacy.error({ err }, 'could not note');
    throw err;
  }
}

async function record(payout) {
  try {
    return await bank.record(payout.id);
  } catch (err) {
    // ok-cross: require-error-in-log -- winston takes the error as its meta
    audit.error('could not record', err);
    throw err;
  }
}

async function trace(payout) {
  try {
    return await bank.trace(payout.id);
  } catch (err) {
    // bad-cross: require-error-in-log
    audit.error(`could not trace: ${err.message}`);
    throw err;
  }
}

function start() {
  // ok: require-error-in-log -- no error in hand
  log.error('the bank refused the certificate');
  // ok: require-error-in-log
  log.info('started');
}

bank.on('failure', (err) => {
  // bad-cross: require-error-in-log
  log.error(`bank failed: ${err.message}`);
});

module.exports = { archive, cancel, close, note, pay, reconcile, record, refund, start, status, trace, verify };
