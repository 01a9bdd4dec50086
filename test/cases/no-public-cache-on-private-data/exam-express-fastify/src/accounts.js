// @complete: no-public-cache-on-private-data
const express = require('express');
const { requireUser } = require('./auth');
const { findAccount, findRates } = require('./store');

const router = express.Router();

router.get('/rates', async (req, res) => {
  // ok: no-public-cache-on-private-data
  res.set('Cache-Control', 'public, max-age=600');
  res.json(await findRates());
});

router.get('/me', requireUser, async (req, res) => {
  // bad-cross: no-public-cache-on-private-data
  res.set('Cache-Control', 'public, max-age=60');
  res.json(await findAccount(req.user.sub));
});

router.get('/me/limits', requireUser, async (req, res) => {
  // ok: no-public-cache-on-private-data
  res.set('Cache-Control', 'private, max-age=60');
  res.json(await findAccount(req.user.sub));
});

router.get('/me/feed', requireUser, async (req, res) => {
  // ok: no-public-cache-on-private-data -- the response varies with the credential
  res.set({ 'Cache-Control': 'public, max-age=60', Vary: 'Authorization' });
  res.json(await findAccount(req.user.sub));
});

router.get('/me/edge', requireUser, async (req, res) => {
  // bad: no-public-cache-on-private-data -- a CDN hint
  res.setHeader('CDN-Cache-Control', 'max-age=300');
  res.json(await findAccount(req.user.sub));
});

module.exports = router;
