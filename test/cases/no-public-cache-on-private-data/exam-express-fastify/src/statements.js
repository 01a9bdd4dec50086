// @complete: no-public-cache-on-private-data
const express = require('express');
const apicache = require('apicache');
const { findAccount } = require('./store');

const router = express.Router();

// bad-cross: no-public-cache-on-private-data -- the router stands behind requireUser in app.js
router.get('/', apicache.middleware('5 minutes'), async (req, res) => {
  res.json(await findAccount(req.user.sub));
});

router.get('/latest', async (req, res) => {
  // bad-cross: no-public-cache-on-private-data
  res.setHeader('Cache-Control', 's-maxage=120');
  res.json(await findAccount('latest'));
});

module.exports = router;
