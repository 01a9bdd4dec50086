// @complete: require-secure-cookies
import Koa from 'koa';
import { createSession } from './sessions';

const app = new Koa();

app.use(async (ctx) => {
  const session = await createSession('a@example.com', 'x');
  // bad: require-secure-cookies -- koa: httpOnly by default, but neither secure nor sameSite
  // fix: require-secure-cookies
  ctx.cookies.set('auth_token', session.accessToken, { signed: true });
  // ok: require-secure-cookies
  ctx.cookies.set('auth_token', session.accessToken, { signed: true, secure: true, sameSite: 'strict' });
  // bad: require-secure-cookies
  ctx.cookies.set('session_id', session.id, { httpOnly: true, secure: false, sameSite: 'none', overwrite: true });
  // ok: require-secure-cookies -- removal
  ctx.cookies.set('auth_token', null);
});

export default app;
