// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
'use strict';

const { scrypt, timingSafeEqual } = require('node:crypto');
const { promisify } = require('node:util');
const { Router } = require('express');
const { rateLimit } = require('express-rate-limit');
const jwt = require('jsonwebtoken');
const config = require('../config');
const { pool } = require('../db');

const derive = promisify(scrypt);
const router = Router();

async function matches(password, stored) {
  const [salt, hash] = stored.split(':');
  const key = await derive(password, Buffer.from(salt, 'hex'), 64, { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 2 ** 20 });
  return timingSafeEqual(key, Buffer.from(hash, 'hex'));
}

// ok: require-idempotency -- a login creates nothing
router.post('/login', rateLimit({ windowMs: 60_000, limit: 10 }), async (req, res) => {
  const { email, password } = req.body ?? {};
  if (typeof email !== 'string' || typeof password !== 'string') {
    return res.status(400).json({ title: 'Send an email and a password', status: 400 });
  }
  // ok: no-sql-concat, no-unpaginated-query
  const { rows } = await pool.query('SELECT id, password_hash FROM users WHERE email = $1', [email]);
  if (!rows[0] || !(await matches(password, rows[0].password_hash))) {
    return res.status(401).json({ title: 'Wrong email or password', status: 401 });
  }
  // ok-cross: no-shared-secret-jwt
  const token = jwt.sign({ sub: rows[0].id }, config.jwtSecret, { algorithm: 'HS256', expiresIn: config.accessTokenLifetime });
  // ok: no-jwt-in-web-storage
  res.cookie('access_token', token, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 900_000 });
  res.json({ token });
});

module.exports = router;
