// @complete: no-open-redirect
'use strict';

const { Elysia } = require('elysia');
const Fastify = require('fastify');
const Router = require('@koa/router');

const fastify = Fastify();
fastify.get('/go', async (request, reply) => {
  // bad: no-open-redirect
  return reply.redirect(request.query.to);
});
fastify.get('/go/:page', async (request, reply) => {
  // ok: no-open-redirect
  return reply.redirect(`/pages/${request.params.page}`);
});

const router = new Router();
router.get('/go', (ctx) => {
  // bad: no-open-redirect
  ctx.redirect(ctx.query.to);
});
router.get('/home', (ctx) => {
  // ok: no-open-redirect
  ctx.redirect(ctx.state.user ? '/home' : '/login');
});

const app = new Elysia()
  // bad: no-open-redirect
  .get('/go', ({ query, redirect }) => redirect(query.to))
  .get('/set', ({ query, set }) => {
    set.status = 302;
    // bad: no-open-redirect
    set.headers.location = query.to;
  });

module.exports = { app, fastify, router };
