// @complete: require-idempotency
import { Router } from 'express';
import { mailer, prisma, stripe } from './clients.js';
import { idempotent } from './idempotent.js';

export const charges = Router();

// bad-cross: require-idempotency -- charges twice
// fix: require-idempotency -- the project's own middleware
charges.post('/charges', async (req, res) => {
  const intent = await stripe.paymentIntents.create({ amount: req.body.cents, currency: 'eur', customer: req.body.customer });
  res.status(201).json(intent);
});

// ok-cross: require-idempotency
charges.post('/charges/safe', idempotent, async (req, res) => {
  const intent = await stripe.paymentIntents.create({ amount: req.body.cents, currency: 'eur', customer: req.body.customer });
  res.status(201).json(intent);
});

// ok-cross: require-idempotency -- the payment call is given its key
charges.post('/orders/:id/pay', async (req, res) => {
  const intent = await stripe.paymentIntents.create(
    { amount: req.body.cents, currency: 'eur' },
    { idempotencyKey: `order-${req.params.id}` },
  );
  res.json(intent);
});

// bad-cross: require-idempotency
// fix: require-idempotency
charges.post('/customers', async (req, res) => {
  const customer = await prisma.customer.create({ data: { name: req.body.name } });
  res.status(201).json(customer);
});

// ok-cross: require-idempotency
charges.post('/customers/sync', async (req, res) => {
  const { externalId, name } = req.body;
  const customer = await prisma.customer.upsert({ where: { externalId }, create: { externalId, name }, update: { name } });
  res.json(customer);
});

// bad-cross: require-idempotency -- sends
// fix: require-idempotency
charges.post('/charges/:id/receipt', async (req, res) => {
  await mailer.sendMail({ to: req.body.email, subject: 'Your receipt', text: `Charge ${req.params.id}` });
  res.sendStatus(202);
});

// ok-cross: require-idempotency -- sets fields
charges.patch('/customers/:id', async (req, res) => {
  res.json(await prisma.customer.update({ where: { id: req.params.id }, data: { name: req.body.name } }));
});

// bad-cross: require-idempotency -- a balance that counts up
// fix: require-idempotency
charges.patch('/customers/:id/credit', async (req, res) => {
  const data = { credit: { increment: req.body.cents } };
  res.json(await prisma.customer.update({ where: { id: req.params.id }, data }));
});

// ok: require-idempotency -- replaces
charges.put('/customers/:id', async (req, res) => {
  res.json(await prisma.customer.update({ where: { id: req.params.id }, data: { name: req.body.name, note: req.body.note } }));
});

// ok: require-idempotency -- a second removal removes nothing
charges.delete('/customers/:id', async (req, res) => {
  await prisma.customer.deleteMany({ where: { id: req.params.id } });
  res.sendStatus(204);
});

// ok: require-idempotency -- reads
charges.get('/customers/:id', async (req, res) => {
  res.json(await prisma.customer.findUnique({ where: { id: req.params.id } }));
});
