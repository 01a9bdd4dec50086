// @complete: require-input-validation
'use strict';

const Router = require('@koa/router');
const v = require('valibot');
const { type } = require('arktype');
const { assert, create, object, string } = require('superstruct');
const { knex } = require('../services/db');

const router = new Router();
const Item = v.object({ name: v.pipe(v.string(), v.maxLength(80)) });
const arkItem = type({ name: 'string', 'price?': 'number' });
const StructItem = object({ name: string() });

router.post('/items/raw', async (ctx) => {
  // bad: require-input-validation
  const { name } = ctx.request.body;
  await knex('items').insert({ name });
  ctx.status = 201;
});

router.post('/items/valibot', async (ctx) => {
  const { name } = v.parse(Item, ctx.request.body);
  // ok: require-input-validation
  await knex('items').insert({ name });
  ctx.status = 201;
});

router.post('/items/ark', async (ctx) => {
  const item = arkItem(ctx.request.body);
  if (item instanceof type.errors) ctx.throw(400, item.summary);
  // ok: require-input-validation
  await knex('items').insert({ name: item.name });
  ctx.status = 201;
});

router.post('/items/struct', async (ctx) => {
  const item = create(ctx.request.body, StructItem);
  // ok: require-input-validation
  await knex('items').insert({ name: item.name });
  assert(ctx.request.body, StructItem);
  // ok: require-input-validation -- asserted above
  await knex('items').insert({ name: ctx.request.body.name });
  // bad: require-input-validation -- the query was not
  await knex('visits').insert({ from: ctx.query.from });
  ctx.status = 201;
});

module.exports = router;
