// @complete: no-user-regexp
const Router = require('@koa/router');
const _ = require('lodash');
const RE2 = require('re2');
const { Product } = require('./models');
const { matcherOf, safeMatcherOf, escaped } = require('./match');

const router = new Router();

router.get('/products', async (ctx) => {
  // bad: no-user-regexp
  const pattern = new RegExp(ctx.query.q, 'i');
  ctx.body = (await Product.find().limit(20)).filter(({ name }) => pattern.test(name));
});

router.get('/names', async (ctx) => {
  // bad-cross: no-user-regexp
  const byName = matcherOf(ctx.query.name);
  // ok-cross: no-user-regexp
  const safe = safeMatcherOf(ctx.query.name);
  // ok-cross: no-user-regexp
  const own = new RegExp(escaped(ctx.query.name));
  ctx.body = await Product.find({ $or: [{ name: byName }, { name: safe }, { name: own }] }).limit(20);
});

router.get('/escaped', async (ctx) => {
  // ok: no-user-regexp
  const first = new RegExp(_.escapeRegExp(ctx.query.q));
  // ok: no-user-regexp
  const second = new RE2(ctx.query.q);
  // ok: no-user-regexp
  const third = new RegExp(`^${Number(ctx.query.page)}$`);
  ctx.body = [first.source, second.source, third.source];
});

router.post('/search', async (ctx) => {
  const { text, field } = ctx.request.body;
  // bad: no-user-regexp
  const found = text.match(new RegExp(field));
  // ok: no-user-regexp
  ctx.body = { found, has: text.includes(field), parts: text.split(field) };
});

router.get('/codes/:code', async (ctx) => {
  const { code } = ctx.params;
  if (!/^[A-Z0-9]+$/.test(code)) ctx.throw(400);
  // ok: no-user-regexp
  const pattern = new RegExp(`^${code}-`);
  ctx.body = pattern.source;
});

module.exports = router;
