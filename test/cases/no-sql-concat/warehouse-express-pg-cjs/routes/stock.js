'use strict';
// @complete: no-sql-concat
const express = require('express');
const format = require('pg-format');
const util = require('util');
const db = require('../db');
const { pool, withClient } = require('../db');

const router = express.Router();
const SORTABLE = ['sku', 'quantity', 'updated_at'];

router.get('/', async (req, res) => {
  // bad-cross: no-sql-concat -- db.query hands the text to the pool
  // fix: no-sql-concat
  const { rows } = await db.query(`SELECT sku, quantity FROM stock WHERE warehouse = '${req.query.warehouse}' LIMIT 100`);
  res.json(rows);
});

router.get('/search', async (req, res) => {
  const term = req.query.q;
  // bad-cross: no-sql-concat
  // fix: no-sql-concat
  const result = await pool.query("SELECT sku FROM stock WHERE label ILIKE '%" + term + "%' LIMIT 20");
  res.json(result.rows);
});

router.get('/moves', async (req, res) => {
  // bad-cross: no-sql-concat -- %s is no placeholder of the database
  const result = await pool.query(util.format("SELECT * FROM moves WHERE sku = '%s' LIMIT 50", req.query.sku));
  res.json(result.rows);
});

router.get('/filter', async (req, res) => {
  const conditions = ['deleted_at IS NULL'];
  const params = [];
  if (req.query.zone) {
    params.push(req.query.zone);
    conditions.push(`zone = $${params.length}`);
  }
  if (req.query.min) {
    params.push(req.query.min);
    conditions.push('quantity >= $' + params.length);
  }
  // ok-cross: no-sql-concat -- only placeholders and constants are put together
  const result = await pool.query(`SELECT sku, quantity FROM stock WHERE ${conditions.join(' AND ')} LIMIT 100`, params);
  res.json(result.rows);
});

router.get('/sorted', async (req, res) => {
  if (!SORTABLE.includes(req.query.sort)) return res.status(400).json({ error: 'unknown sort' });
  const dir = req.query.dir === 'desc' ? 'DESC' : 'ASC';
  // ok-cross: no-sql-concat -- a closed list stands on the path
  const result = await pool.query(`SELECT sku FROM stock ORDER BY ${req.query.sort} ${dir} LIMIT 100`);
  return res.json(result.rows);
});

router.get('/unsorted', async (req, res) => {
  const { column = 'sku' } = req.query;
  // bad-cross: no-sql-concat -- an identifier of the client's choice
  const result = await pool.query(`SELECT sku FROM stock ORDER BY ${column} LIMIT 100`);
  res.json(result.rows);
});

router.get('/by-table', async (req, res) => {
  // ok-cross: no-sql-concat -- pg-format quotes
  const result = await pool.query(format('SELECT * FROM %I WHERE sku = %L LIMIT 10', req.query.table, req.query.sku));
  res.json(result.rows);
});

router.post('/reserve', async (req, res) => {
  const { skus, order } = req.body;
  const marks = skus.map((_, i) => `$${i + 2}`).join(', ');
  await withClient(async (client) => {
    await client.query('BEGIN');
    // ok: no-sql-concat
    await client.query(`UPDATE stock SET reserved_by = $1 WHERE sku IN (${marks})`, [order, ...skus]);
    await client.query('COMMIT');
  });
  res.status(204).end();
});

module.exports = router;
