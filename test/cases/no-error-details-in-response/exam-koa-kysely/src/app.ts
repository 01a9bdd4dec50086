// @complete: no-error-details-in-response
import Koa from 'koa';
import bodyParser from 'koa-bodyparser';
import helmet from 'koa-helmet';
import pino from 'pino';
import { orders } from './routes/orders.js';

const log = pino();
export const app = new Koa();
app.use(helmet());
app.use(async (ctx, next) => {
  try {
    await next();
  } catch (e) {
    const error = e as Error & { status?: number };
    const status = error.status ?? 500;
    log.error({ err: error }, 'request failed');
    ctx.status = status;
    // ok: no-error-details-in-response -- 500s are hidden
    ctx.body = { error: status >= 500 ? 'Internal Server Error' : error.message };
  }
});
app.use(bodyParser());
app.use(orders.routes());

export const admin = new Koa();
admin.use(async (ctx, next) => {
  try {
    await next();
  } catch (error) {
    ctx.status = 500;
    if (process.env.NODE_ENV !== 'production') {
      // ok: no-error-details-in-response -- development only
      ctx.body = { stack: (error as Error).stack };
      return;
    }
    // bad: no-error-details-in-response
    ctx.body = { error };
  }
});
