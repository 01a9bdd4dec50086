// @complete: require-secure-cookies
import { Hono } from 'hono';
import { setCookie, setSignedCookie } from 'hono/cookie';

const app = new Hono();
app.post('/login', async (c) => {
  const { token } = await c.req.json();
  // bad: require-secure-cookies
  // fix: require-secure-cookies
  setCookie(c, 'auth_token', token);
  // bad: require-secure-cookies
  // fix: require-secure-cookies
  await setSignedCookie(c, 'session', token, process.env.COOKIE_SECRET!, { httpOnly: true, secure: true });
  // ok: require-secure-cookies
  setCookie(c, 'refresh_token', token, { httpOnly: true, secure: true, sameSite: 'Strict' });
  // ok: require-secure-cookies
  setCookie(c, 'locale', 'en');
  return c.body(null, 204);
});
export default app;
