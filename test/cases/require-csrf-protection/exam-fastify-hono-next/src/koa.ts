// @complete: require-csrf-protection
import Koa from 'koa';
import Router from '@koa/router';
import bodyParser from 'koa-bodyparser';
import session from 'koa-session';
import { transfer } from './bank';

const app = new Koa();
app.use(session({ sameSite: 'none', secure: true }, app));
app.use(bodyParser());
const router = new Router();
// bad: require-csrf-protection
router.post('/transfer', async (ctx) => {
  ctx.body = await transfer(ctx.session!.userId, ctx.request.body.to, 100);
});
// ok: require-csrf-protection -- a custom header that a form cannot send
router.post('/api/transfer', async (ctx) => {
  if (ctx.get('X-Requested-With') !== 'XMLHttpRequest') ctx.throw(403);
  ctx.body = await transfer(ctx.session!.userId, ctx.request.body.to, 100);
});
// ok: require-csrf-protection -- the origin is checked
router.post('/web/transfer', async (ctx) => {
  if (ctx.get('Origin') !== process.env.APP_ORIGIN) ctx.throw(403);
  ctx.body = await transfer(ctx.session!.userId, ctx.request.body.to, 100);
});
app.use(router.routes());
export { app };
