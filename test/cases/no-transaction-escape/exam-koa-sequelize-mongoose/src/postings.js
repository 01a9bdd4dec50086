'use strict';
const { Posting } = require('./models');

module.exports.post = (accountId, cents, { transaction } = {}) => Posting.create({ accountId, cents }, { transaction });
