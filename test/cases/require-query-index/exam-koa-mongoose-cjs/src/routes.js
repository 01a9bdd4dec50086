// @complete: require-query-index
const Router = require('@koa/router');
const Device = require('./models/device');

const router = new Router();

router.get('/devices/firmware/:version', async (ctx) => {
  // bad-cross: require-query-index -- firmware has no index
  ctx.body = await Device.find({ firmware: ctx.params.version }).limit(50).lean();
});

router.get('/devices/quiet', async (ctx) => {
  // bad-cross: require-query-index -- lastSeen is only second
  ctx.body = await Device.find({ lastSeen: { $lt: new Date(ctx.query.before) } }).limit(50);
});

router.get('/devices/serial/:serial', async (ctx) => {
  // ok-cross: require-query-index
  ctx.body = await Device.findOne({ serial: ctx.params.serial });
});

router.get('/devices/model/:model', async (ctx) => {
  // ok-cross: require-query-index
  ctx.body = await Device.find({ model: ctx.params.model, firmware: ctx.query.firmware }).limit(50);
});

router.get('/devices/country/:country', async (ctx) => {
  // ok-cross: require-query-index -- leads the composite index
  ctx.body = await Device.find({ country: ctx.params.country }).sort({ lastSeen: -1 }).limit(50);
});

router.get('/devices/:id', async (ctx) => {
  // ok-cross: require-query-index
  ctx.body = await Device.findById(ctx.params.id);
});

router.get('/devices/newest', async (ctx) => {
  // bad-cross: require-query-index -- sorted by a column without an index
  ctx.body = await Device.find().sort({ createdAt: -1 }).limit(20);
});

module.exports = router;
