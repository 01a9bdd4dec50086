// @complete: require-webhook-signature
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import Stripe from 'stripe';
import { db } from './db';
import { isSigned, requireSignature } from './verify';

const app = new Hono();
const stripe = new Stripe(process.env.STRIPE_SECRET_KEY!);

// bad: require-webhook-signature
app.post('/webhooks/shopify', async (c) => {
  const order = await c.req.json();
  await db.insertInto('orders').values({ id: order.id, total: order.total_price }).execute();
  return c.body(null, 200);
});

// ok-cross: require-webhook-signature
app.post('/webhooks/github', requireSignature, async (c) => {
  const event = await c.req.json();
  await db.insertInto('pushes').values({ sha: event.after }).execute();
  return c.body(null, 204);
});

// ok-cross: require-webhook-signature
app.post('/webhooks/partner', async (c) => {
  const raw = await c.req.text();
  if (!isSigned(raw, c.req.header('x-signature') ?? '')) return c.body(null, 401);
  const event = JSON.parse(raw);
  await db.insertInto('partner_events').values({ id: event.id }).execute();
  return c.body(null, 204);
});

// ok: require-webhook-signature
app.post('/webhooks/stripe', async (c) => {
  const event = await stripe.webhooks.constructEventAsync(await c.req.text(), c.req.header('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  await db.insertInto('stripe_events').values({ id: event.id }).execute();
  return c.body(null, 200);
});

// bad: require-webhook-signature -- signed over what was parsed
app.post('/webhooks/paystack', async (c) => {
  const body = await c.req.json();
  const expected = createHmac('sha512', process.env.PAYSTACK_SECRET!).update(JSON.stringify(body)).digest();
  if (!timingSafeEqual(expected, Buffer.from(c.req.header('x-paystack-signature') ?? '', 'hex'))) return c.body(null, 401);
  await db.insertInto('charges').values({ reference: body.data.reference }).execute();
  return c.body(null, 200);
});

// ok: require-webhook-signature -- no webhook
app.post('/orders', async (c) => {
  const order = await c.req.json();
  await db.insertInto('orders').values({ id: order.id }).execute();
  return c.body(null, 201);
});

// ok: require-webhook-signature -- the user's own webhook settings
app.post('/settings/webhooks', async (c) => {
  const { url } = await c.req.json();
  await db.insertInto('webhook_endpoints').values({ url }).execute();
  return c.body(null, 201);
});

export default app;
