// @complete: no-open-redirect
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { zValidator } from '@hono/zod-validator';
import { z } from 'zod';

const PAGES: Record<string, string> = { home: '/', billing: '/billing' };
const app = new Hono();

app.get('/oauth/callback', async (c) => {
  const state = JSON.parse(Buffer.from(c.req.query('state') ?? '', 'base64url').toString());
  // bad: no-open-redirect -- the state came back through the browser
  return c.redirect(state.returnTo);
});

app.get(
  '/go',
  zValidator('query', z.object({ to: z.string().regex(/^\/[a-z0-9-]+$/), url: z.string().url(), page: z.enum(['home', 'billing']) })),
  (c) => {
    const { to, url, page } = c.req.valid('query');
    // ok: no-open-redirect -- anchored pattern with one slash
    if (to) return c.redirect(to);
    // ok: no-open-redirect -- table
    if (page) return c.redirect(PAGES[page]);
    // bad: no-open-redirect
    return c.redirect(url, 301);
  },
);

app.get('/back', (c) => {
  const target = c.req.header('referer') ?? '/';
  const remembered = getCookie(c, 'back');
  // bad: no-open-redirect
  if (remembered) return c.redirect(decodeURIComponent(remembered));
  c.header('x-next', '1');
  // bad: no-open-redirect
  c.header('Location', c.req.query('u'));
  return c.body(target, 302);
});

app.get('/tenant/:slug', (c) => {
  const slug = c.req.param('slug');
  // bad: no-open-redirect -- evil.com# in front of our host
  if (slug.length > 20) return c.redirect(`https://${slug}.example.com/`);
  // ok: no-open-redirect -- a segment of a fixed host
  return c.redirect(`https://app.example.com/t/${slug}`);
});

app.get('/locale', (c) => {
  const locale = c.req.query('l') === 'de' ? 'de' : 'en';
  // ok: no-open-redirect -- one of two
  return c.redirect(`/${locale}`);
});

export default app;
