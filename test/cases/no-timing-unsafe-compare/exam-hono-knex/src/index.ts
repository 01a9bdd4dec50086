// @complete: no-timing-unsafe-compare
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { knex } from './db';
import { constantTimeEqual, sign, signRaw } from './crypto';

const app = new Hono();

const requireKey = createMiddleware(async (c, next) => {
  const key = c.req.header('x-api-key');
  // ok: no-timing-unsafe-compare -- is it there at all
  if (key === undefined) return c.json({ title: 'Unauthorized' }, 401);
  // bad: no-timing-unsafe-compare
  // fix: no-timing-unsafe-compare
  if (key !== process.env.API_KEY) return c.json({ title: 'Unauthorized' }, 401);
  await next();
});

app.use('/admin/*', requireKey);

app.post('/hooks/a', async (c) => {
  const body = await c.req.text();
  const signature = c.req.header('x-signature') ?? '';
  // bad-cross: no-timing-unsafe-compare
  if (signature !== sign(body)) return c.text('bad signature', 401);
  return c.text('ok');
});

app.post('/hooks/b', async (c) => {
  const body = await c.req.text();
  // ok-cross: no-timing-unsafe-compare
  if (!constantTimeEqual(c.req.header('x-signature') ?? '', sign(body))) return c.text('bad signature', 401);
  return c.text('ok');
});

app.post('/hooks/c', async (c) => {
  const body = await c.req.text();
  const given = Buffer.from(c.req.header('x-signature') ?? '', 'hex');
  // bad-cross: no-timing-unsafe-compare
  // fix: no-timing-unsafe-compare
  if (!given.equals(signRaw(body))) return c.text('bad signature', 401);
  return c.text('ok');
});

app.post('/otp', async (c) => {
  const { email, code } = await c.req.json<{ email: string; code: string }>();
  const row = await knex('otps').where({ email }).first();
  // bad: no-timing-unsafe-compare
  if (row.otp !== code) return c.text('wrong code', 401);
  return c.text('ok');
});

app.get('/invites/:token', async (c) => {
  // ok: no-timing-unsafe-compare -- a random token looked up in the database
  const invite = await knex('invites').where({ token: c.req.param('token') }).first();
  // ok: no-timing-unsafe-compare
  if (invite?.status === 'used') return c.text('gone', 410);
  return c.json(invite);
});

app.get('/kind', (c) => {
  const tokenType = c.req.query('token_type');
  // ok: no-timing-unsafe-compare -- a kind, no secret
  return c.json({ bearer: tokenType === 'bearer' });
});

export default app;
