// @complete: require-webhook-signature
import express from 'express';
import Stripe from 'stripe';
import { markPaid } from './orders.js';
import { prisma } from './prisma.js';
import { requireAuth } from './auth.js';
import { requireSignature } from './verify.js';

const stripe = new Stripe(process.env.STRIPE_SECRET_KEY!);
const app = express();

// ok: require-webhook-signature
app.post('/webhooks/stripe', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature']!, process.env.STRIPE_WEBHOOK_SECRET!);
  if (event.type === 'checkout.session.completed') await markPaid(event.data.object.client_reference_id!);
  res.sendStatus(200);
});

// ok: require-webhook-signature
app.post('/webhooks/courier', express.raw({ type: '*/*' }), requireSignature, async (req, res) => {
  const event = JSON.parse(req.body.toString());
  await markPaid(event.orderId);
  res.sendStatus(200);
});

app.use(express.json());

// bad-cross: require-webhook-signature
app.post('/webhooks/warehouse', async (req, res) => {
  const event = req.body;
  if (event.type === 'order.packed') await markPaid(event.orderId);
  res.sendStatus(200);
});

app.post('/webhooks/stripe-connect', async (req, res) => {
  const signature = String(req.headers['stripe-signature']);
  // bad: require-webhook-signature
  const event = stripe.webhooks.constructEvent(req.body, signature, process.env.STRIPE_CONNECT_SECRET!);
  await prisma.payout.create({ data: { event: event.id } });
  res.sendStatus(200);
});

// bad: require-webhook-signature
app.post('/webhooks/returns', async (req, res) => {
  const event = req.body;
  await prisma.return.create({ data: { orderId: event.orderId } });
  if (req.headers['x-signature'] !== process.env.RETURNS_SECRET) {
    res.sendStatus(401);
    return;
  }
  res.sendStatus(200);
});

// ok: require-webhook-signature
app.post('/webhooks', requireAuth, async (req, res) => {
  const { url, event } = req.body;
  res.json(await prisma.webhook.create({ data: { url, event } }));
});

// ok: require-webhook-signature
app.post('/orders', requireAuth, async (req, res) => {
  res.json(await prisma.order.create({ data: { event: req.body.event } }));
});
