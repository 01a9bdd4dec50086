// @complete: no-secrets-in-logs
const fastify = require('fastify');
const Koa = require('koa');

const app = fastify({ logger: true });

app.post('/sessions', async (request, reply) => {
  const { password, otp } = request.body;
  // bad: no-secrets-in-logs
  request.log.info({ otp }, 'session');
  // bad: no-secrets-in-logs
  request.log.warn('rejected %s', password);
  // bad: no-secrets-in-logs
  app.log.info({ body: request.body }, 'session');
  // ok: no-secrets-in-logs
  request.log.info({ id: request.id }, 'session');
  return reply.code(204).send();
});

const koa = new Koa();
koa.use(async (ctx, next) => {
  // bad: no-secrets-in-logs
  console.log(ctx.cookies.get('session'));
  // ok: no-secrets-in-logs
  console.log(ctx.cookies.get('theme'));
  await next();
});

module.exports = { app, koa };
