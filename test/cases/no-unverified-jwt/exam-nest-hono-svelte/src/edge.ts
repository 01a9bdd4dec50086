// @complete: no-unverified-jwt
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { decode, verify } from 'hono/jwt';
import { readClaims } from './claims';

const app = new Hono<{ Bindings: { JWT_SECRET: string }; Variables: { userId: string } }>();

const trusting = createMiddleware(async (c, next) => {
  const token = c.req.header('authorization')?.slice(7) ?? '';
  // bad: no-unverified-jwt
  const { payload } = decode(token);
  c.set('userId', payload.sub as string);
  await next();
});

const careful = createMiddleware(async (c, next) => {
  const token = c.req.header('authorization')?.slice(7) ?? '';
  // ok: no-unverified-jwt
  const { header } = decode(token);
  if (header.alg !== 'HS256') return c.json({ title: 'Unauthorized' }, 401);
  const payload = await verify(token, c.env.JWT_SECRET, 'HS256');
  c.set('userId', payload.sub as string);
  await next();
});

app.use('/a/*', trusting);
app.use('/b/*', careful);
app.get('/c', (c) => c.json({ id: readClaims(c.req.header('authorization') ?? '').sub }));

export default app;
