// @complete: middleware-order
const express = require('express');
const Stripe = require('stripe');

const stripe = new Stripe(process.env.STRIPE_KEY);
const app = express();
// bad: middleware-order
app.use(express.json());
app.post('/webhooks/stripe', express.raw({ type: 'application/json' }), (req, res) => {
  stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], process.env.STRIPE_HOOK);
  res.sendStatus(200);
});
app.listen(3003);
