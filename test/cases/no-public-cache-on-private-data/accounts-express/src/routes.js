// @complete: no-public-cache-on-private-data
const express = require('express');
const { requireAuth } = require('./auth');
const { withSharedCache } = require('./shared');
const router = express.Router();

router.get('/me', (req, res) => {
  // bad: no-public-cache-on-private-data
  res.set('Cache-Control', 'public, max-age=300');
  res.json({ id: req.user.id });
});

router.get('/orders', requireAuth, (req, res) => {
  // bad: no-public-cache-on-private-data -- behind authentication
  res.setHeader('Cache-Control', 's-maxage=60');
  res.json([]);
});

router.get('/limits', (req, res) => {
  const plan = req.session.plan;
  // bad-cross: no-public-cache-on-private-data
  withSharedCache(res).json({ plan });
});

router.get('/settings', (req, res) => {
  // ok: no-public-cache-on-private-data
  res.set('Cache-Control', 'private, max-age=60');
  res.json(req.user.settings);
});

router.get('/menu', (req, res) => {
  // ok: no-public-cache-on-private-data -- kept apart
  res.set('Cache-Control', 'public, max-age=60');
  res.set('Vary', 'Cookie');
  res.json(req.session.menu);
});

router.get('/products', (req, res) => {
  // ok: no-public-cache-on-private-data -- for everybody
  res.set('Cache-Control', 'public, max-age=300');
  res.json([]);
});

router.get('/catalog', (req, res) => {
  // ok-cross: no-public-cache-on-private-data
  withSharedCache(res).json([]);
});

module.exports = router;
