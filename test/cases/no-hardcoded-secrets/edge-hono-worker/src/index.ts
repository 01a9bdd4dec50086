// @complete: no-hardcoded-secrets
import { Hono } from 'hono';
import { getSignedCookie, setSignedCookie } from 'hono/cookie';
import { jwt, sign, verify } from 'hono/jwt';
import { bearerAuth } from 'hono/bearer-auth';
import { basicAuth } from 'hono/basic-auth';
import { links } from './links.js';

type Bindings = {
  JWT_SECRET: string;
  COOKIE_SECRET: string;
  LINKS: KVNamespace;
};

// bad: no-hardcoded-secrets -- a Worker's module scope has no environment: reported, nothing to suggest
const signingSecret = 'dune-Walker-Ember-404';

const app = new Hono<{ Bindings: Bindings }>();

// ok: no-hardcoded-secrets -- the constant is reported where it stands
app.use('/legacy/*', jwt({ secret: signingSecret, alg: 'HS256' }));

// ok: no-hardcoded-secrets -- the binding of this request
app.use('/me/*', (c, next) => jwt({ secret: c.env.JWT_SECRET, alg: 'HS256' })(c, next));

// bad: no-hardcoded-secrets
app.use('/ops/*', bearerAuth({ token: 'ops-7c9d1e5f3a824b60' }));

// bad: no-hardcoded-secrets
app.use('/admin/*', basicAuth({ username: 'admin', password: 'Ginger-Stoat-15' }));

app.post('/login', async (c) => {
  const exp = Math.floor(Date.now() / 1000) + 900;
  // bad: no-hardcoded-secrets
  // fix: no-hardcoded-secrets -- c.env is at hand here
  const legacy = await sign({ sub: 'u1', exp }, 'three-Brass-Bells-6', 'HS256');
  // ok: no-hardcoded-secrets
  const token = await sign({ sub: 'u1', exp }, c.env.JWT_SECRET, 'HS256');
  // bad: no-hardcoded-secrets
  // fix: no-hardcoded-secrets
  await setSignedCookie(c, 'sid', token, 'pewter-Moth-Signal', { httpOnly: true, secure: true, sameSite: 'Lax' });
  // ok: no-hardcoded-secrets -- the name of a cookie
  await setSignedCookie(c, 'access_token', legacy, c.env.COOKIE_SECRET, { httpOnly: true, secure: true, sameSite: 'Lax' });
  return c.body(null, 204);
});

app.get('/whoami', async (c) => {
  // ok: no-hardcoded-secrets
  const sid = await getSignedCookie(c, c.env.COOKIE_SECRET, 'sid');
  if (!sid) return c.json({ error: 'unauthorized' }, 401);
  return c.json(await verify(sid, c.env.JWT_SECRET, 'HS256'));
});

app.route('/links', links);

export default app;
