// @complete: no-nosql-injection
const Router = require('@koa/router');
const Joi = require('joi');
const sanitize = require('mongo-sanitize');
const { ObjectId } = require('mongodb');
const { orders, users } = require('./collections');
const repository = require('./users.repository');

const router = new Router();
const schema = Joi.object({ state: Joi.string().required(), year: Joi.number() });

router.post('/login', async (ctx) => {
  // bad-cross: no-nosql-injection -- { email: { $ne: null }, password: { $ne: null } } logs anybody in
  ctx.body = await repository.byLogin(ctx.request.body.email, ctx.request.body.password);
});

router.post('/by-name', async (ctx) => {
  ctx.body = await repository.byName(ctx.request.body.name);
});

router.post('/orders/search', async (ctx) => {
  // bad: no-nosql-injection -- the whole filter is the client's
  ctx.body = await orders.find(ctx.request.body).limit(20).toArray();
});

router.post('/orders/state', async (ctx) => {
  const { state } = ctx.request.body;
  // bad: no-nosql-injection
  // fix: no-nosql-injection
  ctx.body = await orders.find({ state }).limit(20).toArray();
});

router.post('/orders/where', async (ctx) => {
  // bad: no-nosql-injection -- code that the server of the database runs
  ctx.body = await orders.find({ $where: `this.total > ${ctx.request.body.total}` }).limit(20).toArray();
});

router.post('/orders/key', async (ctx) => {
  // bad: no-nosql-injection -- the key is the client's
  ctx.body = await orders.findOne({ [ctx.request.body.field]: 1 });
});

router.delete('/orders', async (ctx) => {
  // bad: no-nosql-injection -- an operator deletes all of them
  await orders.deleteMany({ owner: ctx.request.body.owner });
  ctx.status = 204;
});

router.post('/orders/joi', async (ctx) => {
  const { value, error } = schema.validate(ctx.request.body);
  if (error) ctx.throw(400, error.message);
  // ok: no-nosql-injection
  ctx.body = await orders.find({ state: value.state }).limit(20).toArray();
});

router.post('/orders/eq', async (ctx) => {
  // ok: no-nosql-injection
  ctx.body = await orders.findOne({ state: { $eq: ctx.request.body.state } });
});

router.post('/orders/string', async (ctx) => {
  // ok: no-nosql-injection
  ctx.body = await orders.findOne({ state: `${ctx.request.body.state}`, year: Number(ctx.request.body.year) });
});

router.get('/orders/:id', async (ctx) => {
  // ok: no-nosql-injection -- an ObjectId
  ctx.body = await orders.findOne({ _id: new ObjectId(ctx.params.id) });
});

router.post('/orders/clean', async (ctx) => {
  const clean = sanitize(ctx.request.body);
  // ok: no-nosql-injection
  ctx.body = await orders.findOne({ state: clean.state });
});

router.post('/users/typed', async (ctx) => {
  const { email } = ctx.request.body;
  if (typeof email !== 'string') ctx.throw(400);
  // ok: no-nosql-injection -- its type is checked
  ctx.body = await users.findOne({ email });
});

module.exports = router;
