// @complete: no-hardcoded-secrets
import { Hono } from 'hono';
import { jwtVerify } from 'jose';
import { mark } from './defaults.js';

export const links = new Hono<{ Bindings: { LINKS: KVNamespace; LINK_SECRET: string } }>();

links.get('/:slug', async (c) => {
  const target = await c.env.LINKS.get(`link:${c.req.param('slug')}`);
  return target ? c.redirect(target) : c.notFound();
});

links.post('/:slug/verify', async (c) => {
  const { token } = await c.req.json<{ token: string }>();
  // bad-cross: no-hardcoded-secrets -- a literal of defaults.ts becomes the HMAC key
  const { payload } = await jwtVerify(token, new TextEncoder().encode(mark), { algorithms: ['HS256'] });
  return c.json(payload);
});

links.post('/:slug/verify/v2', async (c) => {
  const { token } = await c.req.json<{ token: string }>();
  // ok: no-hardcoded-secrets
  const { payload } = await jwtVerify(token, new TextEncoder().encode(c.env.LINK_SECRET), { algorithms: ['HS256'] });
  return c.json(payload);
});
