// @complete: no-insecure-session
'use strict';
const { Router } = require('express');
const bcrypt = require('bcrypt');
const users = require('./users');

const router = Router();

router.post('/login', async (req, res, next) => {
  try {
    const user = await users.byEmail(req.body.email);
    if (!user || !(await bcrypt.compare(req.body.password, user.password_hash))) return res.sendStatus(401);
    // bad: no-insecure-session -- the id of before the login lives on
    req.session.userId = user.id;
    return res.sendStatus(204);
  } catch (err) {
    return next(err);
  }
});

router.post('/login/safe', async (req, res, next) => {
  try {
    const user = await users.byEmail(req.body.email);
    if (!user || !(await bcrypt.compare(req.body.password, user.password_hash))) return res.sendStatus(401);
    return req.session.regenerate((err) => {
      if (err) return next(err);
      // ok: no-insecure-session
      req.session.userId = user.id;
      return res.sendStatus(204);
    });
  } catch (err) {
    return next(err);
  }
});

router.post('/cart', (req, res) => {
  // ok: no-insecure-session -- no login
  req.session.cart = [...(req.session.cart || []), String(req.body.sku)];
  res.sendStatus(204);
});

module.exports = router;
