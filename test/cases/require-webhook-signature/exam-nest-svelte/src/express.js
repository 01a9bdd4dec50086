// @complete: require-webhook-signature
'use strict';
const express = require('express');
const Stripe = require('stripe');
const { Queue } = require('bullmq');
const { Payment } = require('./event.model');

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY);
const queue = new Queue('payments', { connection: { host: 'redis' } });

// ok: require-webhook-signature
app.post('/webhook/stripe', express.raw({ type: 'application/json' }), async (req, res) => {
  let event;
  try {
    event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], process.env.STRIPE_HOOK);
  } catch (err) {
    return res.sendStatus(400);
  }
  await Payment.updateOne({ reference: event.data.object.id }, { $set: { status: 'paid' } });
  return res.sendStatus(200);
});

app.use(express.json());

// bad: require-webhook-signature
app.post('/webhook/razorpay', async (req, res) => {
  if (req.body.event === 'payment.captured') await queue.add('captured', { id: req.body.payload.payment.entity.id });
  res.sendStatus(200);
});

// bad: require-webhook-signature
app.post('/webhooks/github', (req, res, next) => {
  const { repository, after } = req.body;
  Payment.create({ reference: after, status: repository.full_name })
    .then(() => res.sendStatus(204))
    .catch(next);
});

// ok: require-webhook-signature
app.post('/payments', async (req, res) => {
  await Payment.create({ reference: req.body.reference });
  res.sendStatus(201);
});

app.listen(3000);
