// @complete: valid-error-middleware
import Koa from 'koa';

const app = new Koa();
app.use(async (ctx, next) => {
  try {
    await next();
    // bad: valid-error-middleware
  } catch (err) {
    console.error(err);
  }
});
app.use(async (ctx, next) => {
  try {
    await next();
    // ok: valid-error-middleware
  } catch (err) {
    ctx.status = err.status || 500;
    ctx.body = { error: 'failed' };
  }
});
app.use(async (ctx, next) => {
  try {
    await next();
    // ok: valid-error-middleware
  } catch (err) {
    ctx.state.failed = true;
    throw err;
  }
});
