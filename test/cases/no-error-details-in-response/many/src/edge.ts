// @complete: no-error-details-in-response
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { streamSSE } from 'hono/streaming';
import Koa from 'koa';

export const app = new Hono();
app.onError((err, c) => {
  if (err instanceof HTTPException) {
    // ok: no-error-details-in-response
    return c.json({ error: err.message }, err.status);
  }
  // bad: no-error-details-in-response
  // fix: no-error-details-in-response
  return c.json({ error: err.message, stack: err.stack }, 500);
});
app.get('/events', (c) =>
  streamSSE(c, async (stream) => {
    try {
      await work();
    } catch (error) {
      // bad: no-error-details-in-response
      await stream.writeSSE({ event: 'error', data: (error as Error).message });
    }
  }),
);
app.get('/report', async (c) => {
  try {
    return c.json(await work());
  } catch (error) {
    // bad: no-error-details-in-response
    throw new HTTPException(500, { message: `Report failed: ${(error as Error).message}` });
  }
});
app.get('/quiet', async (c) => {
  try {
    return c.json(await work());
  } catch (error) {
    console.error((error as Error).message);
    // ok: no-error-details-in-response -- the cause stays here
    throw new HTTPException(500, { message: 'Report failed', cause: error });
  }
});
const work = async () => ({});

const server = new Koa();
server.use(async (ctx, next) => {
  try {
    await next();
  } catch (err) {
    ctx.status = err.status || 500;
    // bad: no-error-details-in-response
    ctx.body = { message: err.message };
  }
});
server.use(async (ctx, next) => {
  try {
    await next();
  } catch (err) {
    ctx.status = err.status || 500;
    // ok: no-error-details-in-response
    ctx.body = { message: err.expose ? err.message : 'Internal Server Error' };
    ctx.app.emit('error', err, ctx);
  }
});
