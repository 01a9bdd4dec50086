// @complete: require-idempotency
import bcrypt from 'bcryptjs';
import { Router } from 'express';
import jwt from 'jsonwebtoken';
import { prisma } from './clients.js';

export const sessions = Router();

// ok: require-idempotency -- each login is a new session on purpose
sessions.post('/login', async (req, res) => {
  const user = await prisma.user.findUnique({ where: { email: String(req.body.email) } });
  if (!user || !(await bcrypt.compare(String(req.body.password), user.hash))) return res.sendStatus(401);
  const session = await prisma.session.create({ data: { userId: user.id } });
  return res.json({ token: jwt.sign({ sub: user.id, sid: session.id }, process.env.JWT_SECRET!, { expiresIn: '15m' }) });
});

// ok: require-idempotency
sessions.post('/refresh', async (req, res) => {
  const session = await prisma.session.update({ where: { id: req.body.sid }, data: { refreshedAt: new Date() } });
  res.json({ token: jwt.sign({ sub: session.userId }, process.env.JWT_SECRET!, { expiresIn: '15m' }) });
});

// ok: require-idempotency
sessions.post('/logout', async (req, res) => {
  await prisma.session.deleteMany({ where: { id: req.body.sid } });
  res.sendStatus(204);
});
