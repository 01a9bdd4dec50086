// @complete: require-return-after-response
import Koa from 'koa';
import { load } from './store.js';

const app = new Koa();

app.use(async (ctx, next) => {
  if (!ctx.headers.authorization) {
    ctx.status = 401;
    // bad: require-return-after-response
    ctx.body = { error: 'sign in' };
  }
  await next();
});

app.use(async (ctx) => {
  const thing = await load(ctx.path);
  if (!thing) {
    ctx.status = 404;
    // bad: require-return-after-response
    // fix: require-return-after-response
    ctx.body = { error: 'none' };
  }
  // ok: require-return-after-response
  ctx.body = thing;
});

app.use(async (ctx) => {
  // ok: require-return-after-response -- a default that is replaced
  ctx.body = { items: [] };
  const thing = await load(ctx.path);
  if (thing) ctx.body = { items: [thing] };
});

app.use(async (ctx) => {
  // ok: require-return-after-response -- it throws
  if (!ctx.query.q) ctx.throw(400, 'q is required');
  ctx.body = {};
});
