// @complete: require-request-id, require-api-version
import Koa from 'koa';
import Router from '@koa/router';
import { randomUUID } from 'node:crypto';

// ok: require-request-id
const app = new Koa();
app.use(async (ctx, next) => {
  ctx.state.reqId = ctx.get('x-request-id') || randomUUID();
  await next();
});
const router = new Router({ prefix: '/v3/labels' });
// ok: require-api-version
router.get('/', (ctx) => {
  ctx.body = [];
});
app.use(router.routes());
app.listen(3003);

// bad: require-request-id
const bare = new Koa();
bare.use(router.routes());
bare.listen(3004);
