// @complete: require-refresh-rotation
import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { sign, verify } from 'hono/jwt';
import Redis from 'ioredis';

const redis = new Redis(process.env.REDIS_URL!);
const app = new Hono();

const now = () => Math.floor(Date.now() / 1000);

app.post('/token/refresh', async (c) => {
  const refresh = getCookie(c, 'refresh');
  if (!refresh) return c.json({ error: 'missing' }, 401);
  const claims = await verify(refresh, process.env.REFRESH_SECRET!, 'HS256');
  // bad: require-refresh-rotation
  const access = await sign({ sub: claims.sub, exp: now() + 900 }, process.env.ACCESS_SECRET!, 'HS256');
  return c.json({ access });
});

app.post('/v2/token/refresh', async (c) => {
  const refresh = getCookie(c, 'refresh');
  if (!refresh) return c.json({ error: 'missing' }, 401);
  const claims = await verify(refresh, process.env.REFRESH_SECRET!, 'HS256');
  if ((await redis.getdel(`refresh:${claims.jti}`)) === null) return c.json({ error: 'used already' }, 401);
  const jti = randomUUID();
  await redis.set(`refresh:${jti}`, String(claims.sub), 'EX', 1_209_600);
  setCookie(c, 'refresh', await sign({ sub: claims.sub, jti, exp: now() + 1_209_600 }, process.env.REFRESH_SECRET!, 'HS256'), {
    httpOnly: true,
    secure: true,
    sameSite: 'Strict',
  });
  // ok: require-refresh-rotation
  const access = await sign({ sub: claims.sub, exp: now() + 900 }, process.env.ACCESS_SECRET!, 'HS256');
  return c.json({ access });
});

export default app;
