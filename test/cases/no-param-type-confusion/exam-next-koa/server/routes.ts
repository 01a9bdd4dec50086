// @complete: no-param-type-confusion
import Router from '@koa/router';

export const router = new Router();

router.get('/files/:name', async (ctx) => {
  // ok: no-param-type-confusion
  if (ctx.params.name.includes('..')) ctx.throw(400);
  const dir = ctx.query.dir as string;
  // bad: no-param-type-confusion
  if (dir.indexOf('..') !== -1) ctx.throw(400);
  const size = String(ctx.query.size);
  // ok: no-param-type-confusion
  if (size.length > 5) ctx.throw(400);
  // ok: no-param-type-confusion
  if (ctx.query.mode === 'fast') ctx.body = 'fast';
});
