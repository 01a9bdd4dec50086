// @complete: no-insecure-session
import bcrypt from 'bcrypt';
import express from 'express';
import { findUser } from './users.js';

export const router = express.Router();

router.post('/login', async (req, res) => {
  const user = await findUser(req.body.email);
  if (!user || !(await bcrypt.compare(req.body.password, user.passwordHash))) {
    res.sendStatus(401);
    return;
  }
  // bad: no-insecure-session
  req.session.userId = user.id;
  res.sendStatus(204);
});

router.post('/login/safe', async (req, res) => {
  const user = await findUser(req.body.email);
  if (!user || !(await bcrypt.compare(req.body.password, user.passwordHash))) {
    res.sendStatus(401);
    return;
  }
  req.session.regenerate(() => {
    // ok: no-insecure-session
    req.session.userId = user.id;
    res.sendStatus(204);
  });
});

router.post('/cart', (req, res) => {
  // ok: no-insecure-session
  req.session.cart = req.body.items;
  res.sendStatus(204);
});

router.post('/logout', (req, res) => {
  // ok: no-insecure-session
  req.session.userId = null;
  res.sendStatus(204);
});
