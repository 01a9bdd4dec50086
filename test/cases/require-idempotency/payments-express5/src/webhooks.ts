// @complete: require-idempotency
import express, { Router } from 'express';
import { prisma, stripe } from './clients.js';

export const webhooks = Router();

// ok: require-idempotency -- the event's id is stored once
webhooks.post('/stripe', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  const seen = await prisma.webhookEvent.createMany({ data: [{ id: event.id }], skipDuplicates: true });
  if (seen.count === 0) return res.sendStatus(200);
  if (event.type === 'invoice.paid') await prisma.credit.create({ data: { customer: String(event.data.object.customer) } });
  return res.sendStatus(200);
});
