// @complete: no-open-redirect
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { z } from 'zod';
import { zValidator } from '@hono/zod-validator';
import { leave } from './leave.js';

const app = new Hono();

// bad: no-open-redirect
app.get('/out', (c) => c.redirect(c.req.query('to') ?? '/'));

app.get('/back', (c) => {
  const to = getCookie(c, 'return_to');
  // bad: no-open-redirect -- a cookie is the client's
  return c.redirect(to ?? '/', 303);
});

app.get('/step', zValidator('query', z.object({ step: z.enum(['one', 'two']) })), (c) => {
  const { step } = c.req.valid('query');
  // ok: no-open-redirect -- an enum
  return c.redirect(`/${step}`);
});

app.get('/leave', (c) => {
  // bad-cross: no-open-redirect
  return leave(c.req.query('url')!);
});

app.get('/error', (c) => {
  // ok: no-open-redirect -- the value stands in the query
  return c.redirect(`/login?error=${encodeURIComponent(c.req.query('error') ?? '')}`);
});

export default app;
