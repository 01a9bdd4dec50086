// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
'use strict';

const { Router } = require('express');
const products = require('../repositories/products');

const router = Router();

router.get('/', async (req, res) => {
  res.json(await products.all());
});

router.get('/search', async (req, res) => {
  res.json(await products.search(String(req.query.q ?? '')));
});

router.get('/page/:page', async (req, res) => {
  const page = Math.max(1, Number.parseInt(req.params.page, 10) || 1);
  res.json(await products.page(String(req.query.sort ?? 'name'), 24, (page - 1) * 24));
});

module.exports = router;
