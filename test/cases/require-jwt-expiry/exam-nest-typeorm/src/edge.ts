// @complete: require-jwt-expiry
import { Hono } from 'hono';
import { sign } from 'hono/jwt';

const app = new Hono<{ Bindings: { JWT_SECRET: string } }>();

app.post('/token', async (c) => {
  const now = Math.floor(Date.now() / 1000);
  // ok: require-jwt-expiry
  const token = await sign({ sub: 'device', iat: now, exp: now + 60 * 15 }, c.env.JWT_SECRET, 'HS256');
  // bad: require-jwt-expiry
  const forever = await sign({ sub: 'device', iat: now }, c.env.JWT_SECRET, 'HS256');
  const claims = { sub: 'device', exp: now + 900 };
  // ok: require-jwt-expiry
  const viaVariable = await sign(claims, c.env.JWT_SECRET);
  return c.json({ token, forever, viaVariable });
});

export default app;
