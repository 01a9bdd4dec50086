// @complete: no-check-then-act
const Router = require('@koa/router');
const { Customer, Product, Ticket } = require('./models');

const router = new Router();

router.post('/customers', async (ctx) => {
  const { email } = ctx.request.body;
  if (await Customer.exists({ email })) ctx.throw(409);
  // bad: no-check-then-act
  ctx.body = await Customer.create({ email, points: 0 });
});

router.post('/customers/new', async (ctx) => {
  const { email } = ctx.request.body;
  const customer = await Customer.findOne({ email });
  if (customer) {
    ctx.body = customer;
    return;
  }
  // bad: no-check-then-act
  const created = await new Customer({ email, points: 0 }).save();
  ctx.body = created;
});

router.post('/customers/once', async (ctx) => {
  const { email } = ctx.request.body;
  // ok: no-check-then-act
  ctx.body = await Customer.findOneAndUpdate({ email }, { $setOnInsert: { points: 0 } }, { upsert: true, new: true });
});

router.post('/products/:id/sell', async (ctx) => {
  const product = await Product.findById(ctx.params.id);
  if (product.stock < 1) ctx.throw(409);
  // bad: no-check-then-act
  product.stock = product.stock - 1;
  await product.save();
  ctx.status = 204;
});

router.post('/products/:id/buy', async (ctx) => {
  // ok: no-check-then-act
  const product = await Product.findOneAndUpdate({ _id: ctx.params.id, stock: { $gt: 0 } }, { $inc: { stock: -1 } });
  if (!product) ctx.throw(409);
  ctx.status = 204;
});

router.post('/products/:id/points', async (ctx) => {
  const customer = await Customer.findById(ctx.params.id);
  // bad: no-check-then-act
  await Customer.updateOne({ _id: customer._id }, { $set: { points: customer.points + 10 } });
  ctx.status = 204;
});

router.post('/tickets', async (ctx) => {
  const count = await Ticket.countDocuments();
  // bad: no-check-then-act
  ctx.body = await Ticket.create({ number: count + 1, text: ctx.request.body.text });
});

router.get('/tickets', async (ctx) => {
  const total = await Ticket.countDocuments();
  // ok: no-check-then-act
  ctx.body = { pages: Math.floor(total / 20) + 1, total };
});

module.exports = router;
