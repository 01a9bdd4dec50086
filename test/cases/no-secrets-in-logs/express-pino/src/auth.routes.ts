import { Router } from 'express';
import jwt from 'jsonwebtoken';
import { config } from './lib/config.js';
import { auditLogger, log, logger } from './lib/logger.js';
import { users } from './users.js';

export const auth = Router();

auth.post('/login', async (req, res) => {
  const { email, password } = req.body;
  // bad: no-secrets-in-logs
  logger.info({ email, password }, 'login attempt');
  // ok: no-secrets-in-logs
  logger.info({ email, hasPassword: Boolean(password), length: password.length }, 'login attempt');
  // bad: no-secrets-in-logs
  logger.debug({ body: req.body }, 'request');
  // ok-cross: no-secrets-in-logs
  auditLogger.info({ email, password }, 'login attempt');
  // bad-cross: no-secrets-in-logs
  log.info('login attempt', { email, password });
  // ok-cross: no-secrets-in-logs
  log.error('login attempt', { email, password });

  const user = await users.verify(email, password);
  if (!user) {
    // bad: no-secrets-in-logs
    throw new Error(`No user with ${email} and ${password}`);
  }
  const token = jwt.sign({ sub: user.id }, config.jwt.secret, { expiresIn: '15m' });
  // bad: no-secrets-in-logs
  logger.info(`issued ${token} for ${user.id}`);
  // ok: no-secrets-in-logs
  logger.info(`issued ${token.slice(0, 6)}… for ${user.id}`);
  res.json({ token });
});

auth.post('/password-reset', async (req, res) => {
  const resetToken = await users.startReset(req.body.email);
  const link = `https://app.example.org/reset?token=${resetToken}`;
  // bad: no-secrets-in-logs
  console.log('reset link', link);
  // ok: no-secrets-in-logs
  console.log('reset mail sent to user', resetToken.userId);
  res.sendStatus(202);
});

auth.get('/me', (req, res) => {
  // bad: no-secrets-in-logs
  logger.info({ headers: req.headers }, 'me');
  // bad: no-secrets-in-logs
  logger.info(req.headers.authorization);
  // bad: no-secrets-in-logs
  logger.info('cookies: ' + JSON.stringify(req.cookies));
  // ok-cross: no-secrets-in-logs
  auditLogger.info({ headers: req.headers }, 'me');
  // ok: no-secrets-in-logs
  logger.info({ userAgent: req.headers['user-agent'], authenticated: !!req.headers.authorization }, 'me');
  res.json({});
});

auth.post('/notes', (req, res) => {
  // ok: no-secrets-in-logs
  logger.info({ body: req.body }, 'note');
  res.sendStatus(201);
});
