// @complete: no-broken-idempotency
import express from 'express';
import { createClient } from 'redis';
import { charge } from './charge.js';

const redis = createClient({ url: process.env.REDIS_URL });
const app = express();
app.use(express.json());

app.post('/charges', async (req, res) => {
  const key = req.get('Idempotency-Key');
  // bad: no-broken-idempotency -- any caller's key meets any other's
  const fresh = await redis.set(`idem:${key}`, 'pending', { NX: true, EX: 86400 });
  if (!fresh) {
    const stored = await redis.get(`idem:${key}`);
    return stored === 'pending' ? res.sendStatus(409) : res.status(201).json(JSON.parse(stored!));
  }
  const result = await charge(req.body.user, 100);
  await redis.set(`idem:${key}`, JSON.stringify(result), { EX: 86400 });
  res.status(201).json(result);
});

app.post('/orders', async (req, res) => {
  const key = `idem:orders:${(req as any).user.id}:${req.get('Idempotency-Key')}`;
  // ok: no-broken-idempotency
  const fresh = await redis.set(key, 'pending', { NX: true, EX: 86400 });
  if (!fresh) {
    const stored = await redis.get(key);
    return stored === 'pending' ? res.sendStatus(409) : res.status(201).json(JSON.parse(stored!));
  }
  try {
    const result = await charge(req.body.user, 100);
    await redis.set(key, JSON.stringify(result), { EX: 86400 });
    res.status(201).json(result);
  } catch (err) {
    await redis.del(key);
    throw err;
  }
});
export { app };
