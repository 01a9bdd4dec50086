// @complete: middleware-order
const express = require('express');
const helmet = require('helmet');
const cors = require('cors');
const Stripe = require('stripe');
const { authenticate, limiter, notFound, onError } = require('./mw');
const { items } = require('./items');

const stripe = new Stripe(process.env.STRIPE_KEY);
const app = express();
// bad: middleware-order -- static files go out without the headers
app.use(express.static('public'));
app.use(helmet());
// bad: middleware-order -- the webhook below needs the raw body
app.use(express.json());
app.post('/webhooks/stripe', express.raw({ type: 'application/json' }), (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], process.env.STRIPE_WEBHOOK_SECRET);
  res.json({ id: event.id });
});
// bad-cross: middleware-order -- an error handler before the routes
app.use(onError);
// bad-cross: middleware-order -- nothing below is ever reached
app.use(notFound);
app.use('/items', items);
// bad: middleware-order -- after the routes
app.use(cors({ origin: 'https://shop.example' }));
// bad-cross: middleware-order
app.use(limiter);
module.exports = app;

const orders = express.Router();
orders.post('/', (req, res) => res.status(201).json({ id: req.body.id }));
// bad-cross: middleware-order -- after the handlers that it should cover
orders.use(authenticate);
module.exports.orders = orders;
