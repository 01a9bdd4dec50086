// @complete: no-broken-idempotency
import { Hono } from 'hono';
import Redis from 'ioredis';
import { charge } from './charge.js';

const redis = new Redis(process.env.REDIS_URL!);
const app = new Hono<{ Variables: { userId: string } }>();

app.post('/charges', async (c) => {
  const key = `idem:charges:${c.get('userId')}:${c.req.header('Idempotency-Key')}`;
  // ok: no-broken-idempotency -- one atomic step with a lifetime
  const fresh = await redis.set(key, 'pending', 'EX', 86400, 'NX');
  if (!fresh) {
    const stored = await redis.get(key);
    if (!stored || stored === 'pending') return c.json({ error: 'in progress' }, 409);
    return c.json(JSON.parse(stored), 201);
  }
  const result = await charge(c.get('userId'), 100);
  // ok: no-broken-idempotency
  await redis.set(key, JSON.stringify(result), 'EX', 86400);
  return c.json(result, 201);
});

app.post('/refunds', async (c) => {
  const key = `idem:refunds:${c.get('userId')}:${c.req.header('Idempotency-Key')}`;
  // bad: no-broken-idempotency -- two requests pass between get and set
  const seen = await redis.get(key);
  if (seen) return c.json(JSON.parse(seen), 201);
  const result = await charge(c.get('userId'), -100);
  await redis.set(key, JSON.stringify(result), 'EX', 86400);
  return c.json(result, 201);
});

app.post('/payouts', async (c) => {
  const key = `idem:payouts:${c.get('userId')}:${c.req.header('Idempotency-Key')}`;
  // bad: no-broken-idempotency -- no TTL
  // fix: no-broken-idempotency
  const fresh = await redis.set(key, 'pending', 'NX');
  if (!fresh) {
    const stored = await redis.get(key);
    return stored === 'pending' ? c.json({ error: 'in progress' }, 409) : c.json(JSON.parse(stored!), 201);
  }
  const result = await charge(c.get('userId'), 100);
  await redis.set(key, JSON.stringify(result), 'KEEPTTL');
  return c.json(result, 201);
});

app.post('/credits', async (c) => {
  // bad: no-broken-idempotency -- the server's own key never repeats
  const idempotencyKey = crypto.randomUUID();
  const fresh = await redis.set(`idem:credits:${c.get('userId')}:${idempotencyKey}`, '1', 'EX', 86400, 'NX');
  if (!fresh) return c.json({ error: 'duplicate' }, 409);
  return c.json(await charge(c.get('userId'), 1), 201);
});
export default app;
