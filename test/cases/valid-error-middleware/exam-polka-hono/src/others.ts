// @complete: valid-error-middleware
import Fastify from 'fastify';
import { Hono } from 'hono';
import Koa from 'koa';

const app = new Hono();
// bad: valid-error-middleware -- no answer is returned
app.onError((err, c) => {
  console.error(err);
});
const good = new Hono();
// ok: valid-error-middleware
good.onError((err, c) => {
  console.error(err);
  return c.json({ error: 'internal' }, 500);
});

const koa = new Koa();
// bad: valid-error-middleware -- swallowed: the client gets 404
koa.use(async (ctx, next) => {
  try {
    await next();
  } catch (err) {
    console.error(err);
  }
});
const koaGood = new Koa();
// ok: valid-error-middleware
koaGood.use(async (ctx, next) => {
  try {
    await next();
  } catch (err) {
    console.error(err);
    ctx.status = 500;
    ctx.body = { error: 'internal' };
  }
});

const fastify = Fastify();
// bad: valid-error-middleware -- never sends
fastify.setErrorHandler((error, request, reply) => {
  request.log.error(error);
});
const fastifyGood = Fastify();
// ok: valid-error-middleware
fastifyGood.setErrorHandler((error, request, reply) => {
  request.log.error(error);
  reply.code(500).send({ error: 'internal' });
});
export { app, good, koa, koaGood, fastify, fastifyGood };
