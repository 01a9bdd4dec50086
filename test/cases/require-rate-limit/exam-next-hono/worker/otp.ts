// @complete: require-rate-limit
import { Hono } from 'hono';
import { Redis } from '@upstash/redis';

const redis = Redis.fromEnv();
export const otp = new Hono();

// bad: require-rate-limit -- six digits can be tried out
otp.post('/verify', async (c) => {
  const { phone, code } = await c.req.json();
  const expected = await redis.get<string>(`otp:${phone}`);
  if (expected !== code) return c.json({ error: 'wrong code' }, 401);
  return c.json({ ok: true });
});
