// @complete: no-predictable-token
'use strict';
const session = require('express-session');
const _ = require('lodash');
const crypto = require('node:crypto');
const { User, Reset } = require('./models');
const { randomDigits, secureDigits, shuffle } = require('./random');

exports.session = session({
  secret: process.env.SESSION_SECRET,
  resave: false,
  saveUninitialized: false,
  // bad: no-predictable-token
  genid: () => `${Date.now()}${Math.random()}`,
});

exports.forgot = async (req, res) => {
  const user = await User.findOne({ where: { email: String(req.body.email) } });
  // bad-cross: no-predictable-token
  user.resetCode = randomDigits(6);
  // ok-cross: no-predictable-token
  user.otp = secureDigits(6);
  // bad: no-predictable-token
  user.verificationToken = _.random(100000, 999999).toString();
  await user.save();
  // bad: no-predictable-token
  await Reset.create({ userId: user.id, token: crypto.createHash('sha256').update(String(Date.now())).digest('hex') });
  // ok: no-predictable-token
  await Reset.create({ userId: user.id, token: crypto.randomBytes(32).toString('hex'), createdAt: Date.now() });
  // ok-cross: no-predictable-token
  res.json({ hints: shuffle(['a', 'b', 'c']) });
};

exports.temporary = async (req, res) => {
  // bad: no-predictable-token
  const tempPassword = Math.random().toString(36).slice(-8);
  await User.update({ tempPassword }, { where: { id: req.user.id } });
  res.sendStatus(204);
};
