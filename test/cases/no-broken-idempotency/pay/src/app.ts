// @complete: no-broken-idempotency
import { randomUUID } from 'node:crypto';
import express from 'express';
import Redis from 'ioredis';
import Stripe from 'stripe';
import { charge } from './charge.js';

const app = express();
const redis = new Redis();
const stripe = new Stripe(process.env.STRIPE_KEY!);

app.post('/a', async (req, res) => {
  const key = `idem:${req.user.id}:${req.path}:${req.get('Idempotency-Key')}`;
  const first = await redis.set(key, 'pending', 'EX', 86400, 'NX');
  if (!first) return void res.status(409).end();
  const answer = await charge(req.body);
  // bad: no-broken-idempotency
  // fix: no-broken-idempotency
  await redis.set(key, JSON.stringify(answer));
  res.json(answer);
});
app.post('/b', async (req, res) => {
  const key = `idem:${req.user.id}:${req.path}:${req.get('Idempotency-Key')}`;
  // bad: no-broken-idempotency
  const stored = await redis.get(key);
  if (stored) return void res.json(JSON.parse(stored));
  const answer = await charge(req.body);
  await redis.set(key, JSON.stringify(answer), 'EX', 86400);
  res.json(answer);
});
app.post('/c', async (req, res) => {
  // bad: no-broken-idempotency
  const key = `idem:${req.get('Idempotency-Key')}`;
  const first = await redis.set(key, 'pending', 'EX', 86400, 'NX');
  if (!first) return void res.json(JSON.parse((await redis.get(key)) ?? '{}'));
  const answer = await charge(req.body);
  await redis.set(key, JSON.stringify(answer), 'EX', 86400);
  res.json(answer);
});
app.post('/d', async (req, res) => {
  // bad: no-broken-idempotency
  const id = req.get('Idempotency-Key') ?? randomUUID();
  res.json(await charge({ ...req.body, id }));
});
app.post('/e', async (req, res) => {
  const intent = await stripe.paymentIntents.create(
    { amount: req.body.amount, currency: 'eur' },
    // bad: no-broken-idempotency
    { idempotencyKey: randomUUID() },
  );
  res.json(intent);
});
app.post('/f', async (req, res) => {
  const key = `idem:${req.user.id}:${req.path}:${req.get('Idempotency-Key')}`;
  // bad: no-broken-idempotency
  const first = await redis.set(key, '1', 'EX', 86400, 'NX');
  if (!first) return void res.status(409).end();
  res.json(await charge(req.body));
});
// ok: no-broken-idempotency
app.post('/g', async (req, res) => {
  const key = `idem:${req.user.id}:${req.path}:${req.get('Idempotency-Key')}`;
  const first = await redis.set(key, 'pending', 'EX', 86400, 'NX');
  if (!first) {
    const stored = await redis.get(key);
    if (stored === 'pending') return void res.status(409).end();
    return void res.json(JSON.parse(stored!));
  }
  try {
    const answer = await charge(req.body);
    await redis.set(key, JSON.stringify(answer), 'EX', 86400);
    res.json(answer);
  } catch (error) {
    await redis.del(key);
    throw error;
  }
});
// ok: no-broken-idempotency
app.post('/h', async (req, res) => {
  const intent = await stripe.paymentIntents.create(
    { amount: req.body.amount, currency: 'eur' },
    { idempotencyKey: `order-${req.body.orderId}` },
  );
  res.json(intent);
});
// ok: no-broken-idempotency -- a cache of something else
app.get('/i', async (req, res) => {
  const page = await redis.get('page');
  if (!page) await redis.set('page', 'x', 'EX', 60);
  res.send(page ?? 'x');
});
app.use(async (req, res, next) => {
  const key = `idem:${req.user.id}:${req.path}:${req.get('Idempotency-Key')}`;
  // bad: no-broken-idempotency -- two at once both find nothing
  const stored = await redis.get(key);
  if (stored) return void res.json(JSON.parse(stored));
  const json = res.json.bind(res);
  res.json = (body) => {
    void redis.set(key, JSON.stringify(body), 'EX', 86400);
    return json(body);
  };
  next();
});
