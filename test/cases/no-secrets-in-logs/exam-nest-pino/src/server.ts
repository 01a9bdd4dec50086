// @complete: no-secrets-in-logs
import Fastify from 'fastify';
import bunyan from 'bunyan';
import Koa from 'koa';
import { redacting } from './logger';

const log = bunyan.createLogger({ name: 'server' });
export const app = Fastify({ logger: true });
export const quiet = Fastify({ logger: { redact: ['headers.authorization', 'body.password'] } });

app.post('/login', async (request) => {
  // bad: no-secrets-in-logs -- the body of a credential route
  request.log.info({ body: request.body }, 'login');
  // bad: no-secrets-in-logs
  request.log.info(request.headers);
  // bad: no-secrets-in-logs
  log.debug({ auth: request.headers.authorization }, 'header');
  // ok: no-secrets-in-logs
  request.log.info({ userAgent: request.headers['user-agent'] }, 'agent');
  // ok-cross: no-secrets-in-logs
  redacting.info({ headers: { authorization: request.headers.authorization } }, 'masked');
  const { email, password: _password, ...rest } = request.body as Record<string, string>;
  // ok: no-secrets-in-logs
  request.log.info({ email, fields: Object.keys(rest) }, 'login');
  return {};
});

app.post('/orders', async (request) => {
  // ok: no-secrets-in-logs -- no credential route
  request.log.info({ body: request.body }, 'order');
  return {};
});

const koa = new Koa();
koa.use(async (ctx, next) => {
  // bad: no-secrets-in-logs
  console.info('cookie', ctx.cookies.get('session'));
  // bad: no-secrets-in-logs
  console.info('headers', ctx.headers);
  // ok: no-secrets-in-logs
  console.info(ctx.method, ctx.path);
  await next();
});
