// @complete: no-predictable-token
const express = require('express');
const jwt = require('jsonwebtoken');
const { nanoid } = require('nanoid');
const crypto = require('crypto');
const { PrismaClient } = require('@prisma/client');
const { randomString, generateOtp, generateApiKey } = require('./random');

const prisma = new PrismaClient();
const router = express.Router();
let sessions = 0;

router.post('/password/forgot', async (req, res) => {
  // bad-cross: no-predictable-token
  const resetToken = randomString(32);
  await prisma.user.update({ where: { email: req.body.email }, data: { resetToken } });
  res.sendStatus(204);
});

router.post('/login', async (req, res) => {
  // bad: no-predictable-token
  // fix: no-predictable-token
  const sessionId = Math.random().toString(36).slice(2);
  res.cookie('sid', sessionId, { httpOnly: true });
  // ok: no-predictable-token
  const token = jwt.sign({ sub: req.body.email, at: Date.now() }, process.env.JWT_SECRET, { expiresIn: '15m' });
  res.json({ token });
});

router.post('/invites', async (req, res) => {
  // bad: no-predictable-token
  const inviteToken = crypto.createHash('md5').update(req.body.email + Date.now()).digest('hex');
  // bad: no-predictable-token
  const unsubscribeToken = `unsub-${++sessions}`;
  await prisma.invite.create({ data: { inviteToken, unsubscribeToken } });
  res.sendStatus(201);
});

router.post('/keys', async (req, res) => {
  // ok: no-predictable-token
  const apiKey = generateApiKey();
  // ok: no-predictable-token
  const shareToken = nanoid(32);
  // ok: no-predictable-token
  const tokenExpiresAt = Date.now() + 3_600_000;
  // ok-cross: no-predictable-token
  const otp = generateOtp();
  // ok: no-predictable-token
  const lockToken = `${process.pid}-${Math.random()}`;
  // ok: no-predictable-token
  const color = Math.floor(Math.random() * 360);
  await prisma.key.create({ data: { apiKey, shareToken, tokenExpiresAt, otp, lockToken, color } });
  res.sendStatus(201);
});

module.exports = router;
