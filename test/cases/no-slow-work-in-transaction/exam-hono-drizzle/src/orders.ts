// @complete: no-slow-work-in-transaction
import { Hono } from 'hono';
import { eq } from 'drizzle-orm';
import ky from 'ky';
import { setTimeout as wait } from 'node:timers/promises';
import { db, orders } from './db.js';
import { posthog, shipping, stripe } from './clients.js';
import { enqueueReceipt, sendReceipt, sleep } from './notify.js';

export const app = new Hono();

app.post('/orders/:id/pay', async (c) => {
  const id = c.req.param('id');
  await db.transaction(async (tx) => {
    await tx.update(orders).set({ state: 'paying' }).where(eq(orders.id, id));
    // bad-cross: no-slow-work-in-transaction -- Stripe answers in a second; the row stays locked
    await stripe.paymentIntents.create({ amount: 100, currency: 'eur' }, { idempotencyKey: id });
    // bad-cross: no-slow-work-in-transaction
    await sendReceipt('x@example.org');
    // bad-cross: no-slow-work-in-transaction -- the queue
    await shipping.add('ship', { id });
    // bad-cross: no-slow-work-in-transaction
    await sleep(500);
    // bad: no-slow-work-in-transaction
    await wait(200);
    // ok-cross: no-slow-work-in-transaction -- the outbox is a row of the same transaction
    await enqueueReceipt(tx, 'x@example.org');
  });
  return c.json({ id });
});

app.post('/orders/:id/rate', async (c) => {
  const id = c.req.param('id');
  await db.transaction(async (tx) => {
    // bad: no-slow-work-in-transaction
    const rate = await ky.get('https://rates.example.org/eur').json<{ usd: number }>();
    // bad: no-slow-work-in-transaction
    const answer = await fetch(`https://tax.example.org/${id}`, { signal: AbortSignal.timeout(2000) });
    await tx.update(orders).set({ state: `${rate.usd} ${answer.status}` }).where(eq(orders.id, id));
    // bad-cross: no-slow-work-in-transaction -- analytics, awaited until it is delivered
    await posthog.captureImmediate({ distinctId: id, event: 'rated' });
  });
  return c.json({ id });
});

app.post('/orders/:id/safe', async (c) => {
  const id = c.req.param('id');
  // ok: no-slow-work-in-transaction -- before it
  const rate = await ky.get('https://rates.example.org/eur').json<{ usd: number }>();
  // ok: no-slow-work-in-transaction
  await db.transaction(async (tx) => {
    await tx.update(orders).set({ state: String(rate.usd) }).where(eq(orders.id, id));
    await enqueueReceipt(tx, 'x@example.org');
    crypto.randomUUID();
  });
  // ok-cross: no-slow-work-in-transaction -- after the commit
  await sendReceipt('x@example.org');
  await shipping.add('ship', { id });
  return c.json({ id });
});
