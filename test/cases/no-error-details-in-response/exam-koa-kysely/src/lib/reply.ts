import type { Context } from 'koa';

/** Writes what it is given. */
export function sendFailure(ctx: Context, status: number, detail: unknown) {
  ctx.status = status;
  ctx.body = { error: detail };
}

/** Logs the cause and answers with an opaque text. */
export function sendOpaque(ctx: Context, status: number, cause: unknown) {
  ctx.app.emit('error', cause, ctx);
  ctx.status = status;
  ctx.type = 'application/problem+json';
  ctx.body = { type: 'about:blank', title: 'Internal Server Error', status };
}

export function describe(err: unknown): string {
  return err instanceof Error ? err.message : String(err);
}
