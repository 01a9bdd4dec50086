// @complete: require-refresh-rotation
const { randomUUID } = require('node:crypto');
const express = require('express');
const { PrismaClient } = require('@prisma/client');
const { readRefresh, signAccess, signRefresh } = require('./tokens');

const prisma = new PrismaClient();
const app = express();
app.use(express.json());

app.post('/auth/refresh', (req, res) => {
  const { sub } = readRefresh(req.body.refreshToken);
  // bad-cross: require-refresh-rotation
  res.json({ accessToken: signAccess(sub) });
});

app.post('/v2/auth/refresh', (req, res) => {
  const { sub } = readRefresh(req.body.refreshToken);
  // bad-cross: require-refresh-rotation
  res.json({ accessToken: signAccess(sub), refreshToken: signRefresh(sub, randomUUID()) });
});

app.post('/v3/auth/refresh', async (req, res) => {
  const { sub, jti } = readRefresh(req.body.refreshToken);
  const { count } = await prisma.refreshToken.deleteMany({ where: { id: jti, userId: sub } });
  if (count === 0) return res.status(401).json({ error: 'used already' });
  const next = await prisma.refreshToken.create({ data: { userId: sub } });
  // ok-cross: require-refresh-rotation
  res.json({ accessToken: signAccess(sub), refreshToken: signRefresh(sub, next.id) });
});

app.post('/auth/login', async (req, res) => {
  const user = await prisma.user.findUnique({ where: { email: req.body.email } });
  // ok: require-refresh-rotation
  res.json({ accessToken: signAccess(user.id), refreshToken: signRefresh(user.id, randomUUID()) });
});

// ok: require-refresh-rotation
app.post('/cache/refresh', (req, res) => res.status(204).end());

app.listen(3000);
