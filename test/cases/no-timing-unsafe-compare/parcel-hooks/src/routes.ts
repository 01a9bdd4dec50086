// @complete: no-timing-unsafe-compare
import crypto from 'node:crypto';
import express from 'express';
import { PrismaClient } from '@prisma/client';
import { config } from './config.js';
import { etagOf, signatureOf } from './sign.js';

const prisma = new PrismaClient();
export const router = express.Router();

router.post('/hooks/carrier', express.raw({ type: '*/*' }), (req, res) => {
  const expected = signatureOf(req.body);
  // bad-cross: no-timing-unsafe-compare
  // fix: no-timing-unsafe-compare
  if (req.headers['x-carrier-signature'] !== expected) {
    res.status(401).end();
    return;
  }
  res.status(204).end();
});

router.post('/hooks/payments', express.raw({ type: '*/*' }), (req, res) => {
  const header = Buffer.from(String(req.get('x-signature')), 'hex');
  const digest = crypto.createHmac('sha256', config.webhookSecret).update(req.body).digest();
  // bad: no-timing-unsafe-compare
  // fix: no-timing-unsafe-compare
  const valid = digest.equals(header);
  res.sendStatus(valid ? 204 : 401);
});

router.post('/hooks/returns', express.raw({ type: '*/*' }), (req, res) => {
  const header = Buffer.from(String(req.get('x-signature')), 'hex');
  const digest = crypto.createHmac('sha256', config.webhookSecret).update(req.body).digest();
  // ok: no-timing-unsafe-compare
  const valid = header.length === digest.length && crypto.timingSafeEqual(header, digest);
  res.sendStatus(valid ? 204 : 401);
});

router.get('/admin/stats', (req, res) => {
  // bad-cross: no-timing-unsafe-compare
  // fix: no-timing-unsafe-compare
  if (req.header('x-api-key') === config.adminKey) res.json({ ok: true });
  else res.sendStatus(403);
});

router.get('/admin/health', (req, res) => {
  const auth = req.headers.authorization ?? '';
  // bad: no-timing-unsafe-compare
  if (auth !== `Bearer ${process.env.CRON_SECRET}`) {
    res.sendStatus(401);
    return;
  }
  // ok: no-timing-unsafe-compare
  if (req.query.mode === config.mode) res.json({ mode: config.mode });
  else res.json({});
});

router.get('/labels/:id', async (req, res) => {
  const label = await prisma.label.findUnique({ where: { id: req.params.id } });
  // bad: no-timing-unsafe-compare
  if (!label || label.downloadToken !== req.query.token) {
    res.sendStatus(404);
    return;
  }
  res.json(label);
});

router.get('/tracking', async (req, res) => {
  // ok: no-timing-unsafe-compare
  const parcel = await prisma.parcel.findFirst({ where: { trackingToken: String(req.query.token) } });
  // ok: no-timing-unsafe-compare
  if (parcel && req.headers['if-none-match'] === etagOf(JSON.stringify(parcel))) {
    res.status(304).end();
    return;
  }
  // ok: no-timing-unsafe-compare
  if (req.query.token === undefined || req.query.token === '') res.sendStatus(400);
  else res.json(parcel);
});

router.post('/signup', (req, res) => {
  const { password, confirmPassword } = req.body;
  // ok: no-timing-unsafe-compare
  if (password !== confirmPassword) {
    res.status(422).json({ error: 'passwords differ' });
    return;
  }
  res.sendStatus(201);
});
