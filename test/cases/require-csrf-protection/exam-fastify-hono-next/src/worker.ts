// @complete: require-csrf-protection
import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { sessions, transfer } from './bank';

const app = new Hono();
app.post('/login', async (c) => {
  setCookie(c, 'sid', crypto.randomUUID(), { httpOnly: true, secure: true, sameSite: 'None' });
  return c.json({ ok: true });
});
// bad: require-csrf-protection
app.post('/transfer', async (c) => {
  const user = sessions.get(getCookie(c, 'sid') ?? '');
  if (!user) return c.json({ error: 'login' }, 401);
  const form = await c.req.parseBody();
  return c.json(await transfer(user, String(form.to), 100));
});

const safe = new Hono();
safe.use(csrf());
// ok: require-csrf-protection
safe.post('/transfer', async (c) => {
  const user = sessions.get(getCookie(c, 'sid') ?? '');
  if (!user) return c.json({ error: 'login' }, 401);
  const form = await c.req.parseBody();
  return c.json(await transfer(user, String(form.to), 100));
});
// ok: require-csrf-protection
safe.get('/me', (c) => c.json({ user: sessions.get(getCookie(c, 'sid') ?? '') }));
export { app, safe };
