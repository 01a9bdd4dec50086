// @complete: require-idempotency -- app.ts mounts this router behind the middleware
import { Router } from 'express';
import { prisma } from './clients.js';

export const payouts = Router();

// ok-cross: require-idempotency
payouts.post('/', async (req, res) => {
  const payout = await prisma.payout.create({ data: { cents: req.body.cents, accountId: req.body.accountId } });
  res.status(201).json(payout);
});

// ok-cross: require-idempotency
payouts.post('/:id/retry', async (req, res) => {
  res.json(await prisma.payout.update({ where: { id: req.params.id }, data: { attempts: { increment: 1 } } }));
});
