// @complete: no-hardcoded-secrets
'use strict';

const { Router } = require('express');
const Stripe = require('stripe');
const sgMail = require('@sendgrid/mail');
const twilio = require('twilio');
const jwt = require('jsonwebtoken');
const config = require('./config');

// bad: no-hardcoded-secrets
// fix: no-hardcoded-secrets
const stripe = new Stripe('sk_live_51q8cPtIF4TDve0LV5bEHxq9', { maxNetworkRetries: 2 });
// ok: no-hardcoded-secrets
const stripeEu = new Stripe(config.stripeSecretKey);

// bad: no-hardcoded-secrets
sgMail.setApiKey('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');

// ok: no-hardcoded-secrets
const sms = twilio(process.env.TWILIO_ACCOUNT_SID, process.env.TWILIO_AUTH_TOKEN);

const router = Router();

router.post('/webhook', (req, res) => {
  // bad: no-hardcoded-secrets -- the third argument signs
  const event = stripe.webhooks.constructEvent(req.rawBody, req.headers['stripe-signature'], 'whsec_NZfF5S8dq2YBT7c4kZ7BqkYN34wfpSWb');
  res.json({ received: event.type });
});

router.get('/receipts/:id/link', (req, res) => {
  // ok-cross: no-hardcoded-secrets -- the literal is reported where it stands, in config.js
  const token = jwt.sign({ receipt: req.params.id }, config.receiptSigningSecret, { expiresIn: '10m' });
  res.json({ url: `/receipts/${req.params.id}?token=${token}` });
});

router.get('/receipts/:id', (req, res) => {
  // bad: no-hardcoded-secrets
  // fix: no-hardcoded-secrets
  const claims = jwt.verify(req.query.token, 'winter-Gull-by-the-Pier', { algorithms: ['HS256'] });
  res.json(claims);
});

router.post('/ledger', async (req, res) => {
  const upstream = await fetch('https://ledger.example.net/entries', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      // bad: no-hardcoded-secrets
      // fix: no-hardcoded-secrets
      Authorization: 'Bearer 5b7c1f0a9e3d4486b2f7c0d1e6a8937f',
      // bad: no-hardcoded-secrets
      'x-api-key': '9f2c7b61d0e84a35',
    },
    body: JSON.stringify(req.body),
    signal: AbortSignal.timeout(5000),
  });
  res.status(upstream.status).end();
});

router.post('/ledger/v2', async (req, res) => {
  const upstream = await fetch('https://ledger.example.net/v2/entries', {
    method: 'POST',
    headers: {
      // ok: no-hardcoded-secrets -- only the scheme is literal
      authorization: `Bearer ${process.env.LEDGER_TOKEN}`,
      // ok: no-hardcoded-secrets
      'x-api-key': process.env.LEDGER_API_KEY,
    },
    body: JSON.stringify(req.body),
    signal: AbortSignal.timeout(5000),
  });
  res.status(upstream.status).end();
});

router.use((req, res, next) => {
  // ok: no-hardcoded-secrets -- an error text
  if (!req.headers.authorization) return res.status(401).json({ error: 'Missing token: send Authorization: Bearer <token>' });
  next();
});

module.exports = router;
module.exports.clients = { stripeEu, sms };
