// @complete: no-transaction-escape
'use strict';
const { sequelize, Account, Posting } = require('./models');
const { post } = require('./postings');

exports.deposit = async (id, cents) => {
  await sequelize.transaction(async (t) => {
    // bad: no-transaction-escape -- increment without { transaction }
    await Account.increment({ cents }, { where: { id } });
    // ok: no-transaction-escape
    await Posting.create({ accountId: id, cents }, { transaction: t });
  });
};

exports.withdraw = async (id, cents) => {
  const result = await sequelize.transaction(async (transaction) => {
    const account = await Account.findByPk(id, { transaction, lock: true });
    account.cents -= cents;
    // ok: no-transaction-escape
    await account.save({ transaction });
    // bad: no-transaction-escape
    // fix: no-transaction-escape
    await Posting.create({ accountId: id, cents: -cents });
    // ok-cross: no-transaction-escape
    await post(id, -cents, { transaction });
    return account;
  });
  return result;
};

exports.close = async (id) => {
  const t = await sequelize.transaction();
  try {
    await Posting.destroy({ where: { accountId: id }, transaction: t });
    // bad: no-transaction-escape -- also in a transaction taken by hand
    await Account.destroy({ where: { id } });
    await t.commit();
  } catch (error) {
    await t.rollback();
    throw error;
  }
};

exports.bump = async (id) => {
  await sequelize.transaction(async (t) => {
    const account = await Account.findByPk(id, { transaction: t });
    // bad: no-transaction-escape -- an instance's update takes the transaction too
    await account.update({ cents: 0 });
  });
};

exports.raw = async (id) => {
  await sequelize.transaction(async (t) => {
    // ok: no-transaction-escape
    await sequelize.query('UPDATE accounts SET cents = 0 WHERE id = :id', { replacements: { id }, transaction: t });
    // bad: no-transaction-escape
    await sequelize.query('DELETE FROM postings WHERE account_id = :id', { replacements: { id } });
  });
};
