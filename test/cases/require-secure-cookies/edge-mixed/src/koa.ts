// @complete: require-secure-cookies
import Koa from 'koa';

const app = new Koa();
app.use(async (ctx) => {
  // bad: require-secure-cookies
  // fix: require-secure-cookies
  ctx.cookies.set('session', 'abc', { httpOnly: false });
  // ok: require-secure-cookies
  ctx.cookies.set('accessToken', ctx.state.token, { sameSite: 'lax', secure: true });
  // ok: require-secure-cookies
  ctx.cookies.set('accessToken', '', { expires: new Date(0) });
});
export default app;
