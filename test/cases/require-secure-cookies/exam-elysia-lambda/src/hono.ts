// @complete: require-secure-cookies
import { Hono } from 'hono';
import { setCookie, setSignedCookie } from 'hono/cookie';
import { issue } from './issue';
import { sendSession, sendSessionSafely } from './cookie-helpers';

const app = new Hono();

app.post('/login', async (c) => {
  // bad: require-secure-cookies
  // fix: require-secure-cookies
  setCookie(c, 'session', issue(), { httpOnly: true, secure: true });
  // bad: require-secure-cookies
  // fix: require-secure-cookies
  await setSignedCookie(c, 'sid', issue(), process.env.COOKIE_SECRET!);
  // ok: require-secure-cookies
  setCookie(c, 'session', issue(), { httpOnly: true, secure: true, sameSite: 'Lax', prefix: 'host' });
  sendSession(c, issue());
  sendSessionSafely(c, issue());
  return c.body(null, 204);
});

export default app;
