// @complete: no-weak-password-hash
'use strict';
const Router = require('@koa/router');
const md5 = require('md5');
const bcrypt = require('bcrypt');
const { knex } = require('./db');
const { digest, hash } = require('./passwords');

const router = new Router({ prefix: '/accounts' });

router.post('/', async (ctx) => {
  const { email, password } = ctx.request.body;
  // bad-cross: no-weak-password-hash
  await knex('accounts').insert({ email, password: digest(password) });
  ctx.status = 201;
});

router.post('/safe', async (ctx) => {
  const { email, password } = ctx.request.body;
  // ok-cross: no-weak-password-hash
  await knex('accounts').insert({ email, password_hash: await hash(password) });
  ctx.status = 201;
});

router.post('/plain', async (ctx) => {
  const { email, password } = ctx.request.body;
  const account = await knex('accounts').where({ email }).first();
  // bad: no-weak-password-hash
  if (!account || account.password !== password) ctx.throw(401);
  ctx.body = { id: account.id };
});

router.post('/md5', async (ctx) => {
  const { email, password } = ctx.request.body;
  // bad: no-weak-password-hash
  const account = await knex('accounts').where({ email, password_digest: md5(password) }).first();
  if (!account) ctx.throw(401);
  ctx.body = { id: account.id };
});

router.post('/query', async (ctx) => {
  const { email, password } = ctx.request.body;
  // bad: no-weak-password-hash
  const account = await knex('accounts').where({ email, password }).first();
  if (!account) ctx.throw(401);
  ctx.body = { id: account.id };
});

router.post('/cheap', async (ctx) => {
  const { password } = ctx.request.body;
  // bad: no-weak-password-hash
  ctx.body = { hash: await bcrypt.hash(password, await bcrypt.genSalt(4)) };
});

router.get('/avatar', async (ctx) => {
  // ok: no-weak-password-hash
  ctx.body = { url: `https://gravatar.com/avatar/${md5(ctx.query.email)}` };
});

router.post('/compare', async (ctx) => {
  const { email, password } = ctx.request.body;
  const account = await knex('accounts').where({ email }).first();
  // ok: no-weak-password-hash
  if (!account || !(await bcrypt.compare(password, account.password_hash))) ctx.throw(401);
  ctx.status = 204;
});

module.exports = router;
