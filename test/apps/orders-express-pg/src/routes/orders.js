// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
'use strict';

const { Router } = require('express');
const authenticate = require('../middleware/authenticate');
const idempotency = require('../middleware/idempotency');
const orders = require('../repositories/orders');
const products = require('../repositories/products');

const router = Router();
router.use(authenticate);

function parseLines(body) {
  if (!Array.isArray(body?.lines) || body.lines.length === 0 || body.lines.length > 50) return null;
  const lines = body.lines.map((line) => ({ productId: String(line?.productId), quantity: Number(line?.quantity) }));
  return lines.every((line) => Number.isInteger(line.quantity) && line.quantity > 0) ? lines : null;
}

router.get('/', async (req, res) => {
  const limit = Math.min(Number.parseInt(req.query.limit, 10) || 20, 100);
  res.json(await orders.history(req.user.id, { status: req.query.status, limit }));
});

router.get('/:id', async (req, res) => {
  const order = await orders.find(req.user.id, req.params.id);
  if (!order) return res.status(404).json({ title: 'No such order', status: 404 });
  res.json(order);
});

// bad-cross: require-idempotency -- a repeat orders twice
// fix: require-idempotency -- the project's middleware
router.post('/', async (req, res) => {
  const lines = parseLines(req.body);
  if (!lines) return res.status(400).json({ title: 'Send 1 to 50 order lines', status: 400 });
  const known = await products.byIds(lines.map((line) => line.productId));
  if (known.length !== lines.length) return res.status(422).json({ title: 'A product does not exist', status: 422 });
  res.status(201).json(await orders.create(req.user.id, lines));
});

// ok-cross: require-idempotency
router.post('/:id/payments', idempotency, async (req, res) => {
  const cents = Number(req.body?.cents);
  if (!Number.isInteger(cents) || cents <= 0) return res.status(400).json({ title: 'Send the amount in cents', status: 400 });
  const order = await orders.find(req.user.id, req.params.id);
  if (!order) return res.status(404).json({ title: 'No such order', status: 404 });
  res.status(201).json(await orders.pay(order.id, cents));
});

// ok-cross: require-idempotency -- sets one field
router.patch('/:id/cancel', async (req, res) => {
  const done = await orders.cancel(req.user.id, req.params.id);
  res.status(done ? 204 : 404).end();
});

module.exports = router;
