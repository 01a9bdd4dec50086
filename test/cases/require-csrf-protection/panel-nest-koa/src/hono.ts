// @complete: require-csrf-protection
import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { verify } from 'hono/jwt';
import { createMiddleware } from 'hono/factory';

const user = createMiddleware(async (c, next) => {
  const token = getCookie(c, 'access_token');
  if (!token) return c.body(null, 401);
  c.set('user', await verify(token, process.env.JWT_SECRET!));
  return next();
});
const bearer = createMiddleware(async (c, next) => {
  const token = c.req.header('authorization')?.slice(7);
  if (!token) return c.body(null, 401);
  c.set('user', await verify(token, process.env.JWT_SECRET!));
  return next();
});

const app = new Hono();
app.post('/login', (c) => {
  setCookie(c, 'access_token', 'token', { httpOnly: true, secure: true });
  return c.body(null, 204);
});
// bad: require-csrf-protection
app.post('/panels/:id/archive', user, (c) => c.body(null, 204));
// bad: require-csrf-protection
app.post('/panels/:id/logo', user, async (c) => {
  const form = await c.req.formData();
  return c.json({ name: form.get('name') });
});
// ok: require-csrf-protection
app.post('/panels', user, async (c) => c.json(await c.req.json(), 201));
// ok: require-csrf-protection
app.post('/panels/:id/restore', bearer, (c) => c.body(null, 204));
// ok: require-csrf-protection
app.post('/panels/:id/delete', csrf(), user, (c) => c.body(null, 204));
export default app;
