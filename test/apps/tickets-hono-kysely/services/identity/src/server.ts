// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
import { serve } from '@hono/node-server';
import { zValidator } from '@hono/zod-validator';
import * as argon2 from 'argon2';
import { Hono } from 'hono';
import { rateLimiter } from 'hono-rate-limiter';
import { setSignedCookie } from 'hono/cookie';
import { secureHeaders } from 'hono/secure-headers';
import { z } from 'zod';
import { db } from './db.js';
import { accessToken } from './tokens.js';

const app = new Hono();
app.use(secureHeaders());

const credentials = z.object({ email: z.email(), password: z.string().min(12).max(200) });

const limiter = rateLimiter({
  windowMs: 60_000,
  limit: 10,
  keyGenerator: (c) => c.req.header('x-real-ip') ?? 'unknown',
});

// ok: require-idempotency -- login
app.post('/login', limiter, zValidator('json', credentials), async (c) => {
  const { email, password } = c.req.valid('json');
  // ok: no-unpaginated-query
  const agent = await db.selectFrom('agents').select(['id', 'name', 'password_hash']).where('email', '=', email).executeTakeFirst();
  if (!agent || !(await argon2.verify(agent.password_hash, password))) {
    return c.json({ title: 'Wrong email or password', status: 401 }, 401);
  }
  const token = await accessToken(agent.id);
  // ok: no-hardcoded-secrets, no-jwt-in-web-storage
  await setSignedCookie(c, 'access_token', token, process.env.COOKIE_SECRET!, { httpOnly: true, secure: true, sameSite: 'Lax', maxAge: 900 });
  return c.json({ name: agent.name, token });
});

app.get('/agents', async (c) => {
  // bad: no-unpaginated-query -- everybody who ever worked here
  // fix: no-unpaginated-query
  const agents = await db.selectFrom('agents').select(['id', 'name']).orderBy('name').execute();
  return c.json(agents);
});

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
