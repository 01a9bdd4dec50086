const { EventEmitter } = require('node:events');

class Bank extends EventEmitter {
  async transfer(payout) {
    return { ...payout, paid: true };
  }
}

exports.bank = new Bank();
