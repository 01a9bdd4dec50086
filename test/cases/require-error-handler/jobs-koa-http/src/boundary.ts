import type { Context, Next } from 'koa';

export async function boundary(ctx: Context, next: Next) {
  try {
    await next();
  } catch (err) {
    ctx.app.emit('error', err, ctx);
    ctx.status = 500;
    ctx.body = { error: 'internal' };
  }
}
