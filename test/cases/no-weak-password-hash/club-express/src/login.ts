// @complete: no-weak-password-hash
import bcrypt from 'bcrypt';
import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
export const router = express.Router();

router.post('/login', async (req, res) => {
  const { email, password } = req.body;
  const user = await prisma.user.findUnique({ where: { email } });
  // bad: no-weak-password-hash
  if (!user || user.password !== password) {
    res.sendStatus(401);
    return;
  }
  res.json({ id: user.id });
});

router.post('/login/old', async (req, res) => {
  // bad: no-weak-password-hash
  const user = await prisma.user.findFirst({ where: { email: req.body.email, password: req.body.password } });
  res.json({ id: user?.id });
});

router.post('/login/new', async (req, res) => {
  const user = await prisma.user.findUniqueOrThrow({ where: { email: req.body.email } });
  // ok: no-weak-password-hash
  if (!(await bcrypt.compare(req.body.password, user.passwordHash))) res.sendStatus(401);
  // ok: no-weak-password-hash
  else if (req.body.password !== req.body.confirmPassword) res.sendStatus(422);
  else res.json({ id: user.id });
});
