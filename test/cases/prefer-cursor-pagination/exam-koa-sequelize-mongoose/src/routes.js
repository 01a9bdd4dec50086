// @complete: prefer-cursor-pagination
const Router = require('@koa/router');
const { Op } = require('sequelize');
const { Message, Order } = require('./models');
const { readPage } = require('./page');

const router = new Router();

router.get('/orders', async (ctx) => {
  const { limit, offset } = readPage(ctx);
  // bad-cross: prefer-cursor-pagination -- the offset is read in another file
  ctx.body = await Order.findAll({ limit, offset, order: [['id', 'DESC']] });
});

router.get('/orders/all', async (ctx) => {
  const page = Number(ctx.query.page ?? 1);
  // bad: prefer-cursor-pagination
  ctx.body = await Order.findAndCountAll({ limit: 20, offset: (page - 1) * 20 });
});

router.get('/messages', async (ctx) => {
  const skip = Number(ctx.query.skip ?? 0);
  // bad: prefer-cursor-pagination
  ctx.body = await Message.find({ channel: ctx.query.channel }).sort({ _id: -1 }).skip(skip).limit(50);
});

router.get('/orders/after', async (ctx) => {
  // ok: prefer-cursor-pagination -- a key, not an offset
  ctx.body = await Order.findAll({ where: { id: { [Op.lt]: ctx.query.before } }, limit: 20, order: [['id', 'DESC']] });
});

router.get('/messages/after', async (ctx) => {
  // ok: prefer-cursor-pagination
  ctx.body = await Message.find({ _id: { $lt: ctx.query.before } }).sort({ _id: -1 }).limit(50);
});

router.get('/orders/top', async (ctx) => {
  // ok: prefer-cursor-pagination -- a fixed offset is no paging
  ctx.body = await Order.findAll({ limit: 10, offset: 1, order: [['total', 'DESC']] });
});

module.exports = router;
