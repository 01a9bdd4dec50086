// @complete: no-transaction-escape
const { Sequelize } = require('sequelize');
const mongoose = require('mongoose');
const knex = require('knex')({ client: 'pg' });

const sequelize = new Sequelize(process.env.DATABASE_URL);
const User = sequelize.define('User', {});
const Post = sequelize.define('Post', {});
User.hasMany(Post, { as: 'posts' });

async function remove(id) {
  await sequelize.transaction(async (t) => {
    // ok: no-transaction-escape
    const user = await User.findByPk(id, { transaction: t });
    // bad: no-transaction-escape
    // fix: no-transaction-escape
    await Post.destroy({ where: { userId: id } });
    // bad: no-transaction-escape
    // fix: no-transaction-escape
    await user.destroy();
    // bad: no-transaction-escape -- an association's getter
    // fix: no-transaction-escape
    await user.getPosts();
    // ok: no-transaction-escape
    await sequelize.query('SET LOCAL lock_timeout = 1000', { transaction: t });
  });
}

async function unmanaged(data) {
  const transaction = await sequelize.transaction();
  try {
    // ok: no-transaction-escape
    await User.create(data, { transaction });
    // bad: no-transaction-escape
    // fix: no-transaction-escape
    await Post.create(data);
    await transaction.commit();
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}

const Order = mongoose.model('Order', new mongoose.Schema({ state: String }));

async function ship(id) {
  const session = await mongoose.startSession();
  await session.withTransaction(async () => {
    // ok: no-transaction-escape
    const order = await Order.findById(id).session(session);
    order.state = 'shipped';
    // ok: no-transaction-escape -- the document remembers the session it was read with
    await order.save();
    // bad: no-transaction-escape
    // fix: no-transaction-escape
    await Order.updateMany({ parent: id }, { state: 'shipped' });
    // bad: no-transaction-escape
    await new Order({ state: 'new' }).save();
  });
  await session.endSession();
}

async function rows(id) {
  await knex.transaction(async (trx) => {
    // ok: no-transaction-escape
    await trx('users').where({ id }).del();
    // ok: no-transaction-escape
    await knex('users').transacting(trx).where({ id }).del();
    // bad: no-transaction-escape
    // fix: no-transaction-escape
    await knex('posts').where({ user_id: id }).del();
  });
}

module.exports = { remove, unmanaged, ship, rows };
