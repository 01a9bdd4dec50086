// @complete: require-csrf-protection
import Router from '@koa/router';
import Koa from 'koa';
import bodyParser from 'koa-bodyparser';
import session from 'koa-session';

const app = new Koa();
const router = new Router();
app.use(session({ sameSite: 'none', secure: true }, app));
app.use(bodyParser());
// bad: require-csrf-protection
router.post('/panels', (ctx) => {
  if (!ctx.session?.user) ctx.throw(401);
  ctx.status = 201;
});
// ok: require-csrf-protection
router.post('/login', (ctx) => {
  ctx.session!.user = 'x';
});
app.use(router.routes());
app.listen(3000);
