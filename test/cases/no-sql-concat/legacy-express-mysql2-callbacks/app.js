'use strict';
// @complete: no-sql-concat
const express = require('express');
const connection = require('./lib/connection');

const app = express();

app.get('/products', (req, res, next) => {
  let sql = 'SELECT id, name FROM products WHERE 1 = 1';
  if (req.query.maker) sql += ` AND maker = '${req.query.maker}'`;
  if (req.query.max) sql = sql + ' AND price_cents < ' + req.query.max;
  // bad-cross: no-sql-concat
  connection.query(sql, (err, rows) => (err ? next(err) : res.json(rows)));
});

app.get('/products/:id', (req, res, next) => {
  const id = parseInt(req.params.id, 10);
  if (Number.isNaN(id)) return res.sendStatus(400);
  // ok-cross: no-sql-concat -- a number
  return connection.query(`SELECT id, name FROM products WHERE id = ${id}`, (err, [row] = []) => (err ? next(err) : res.json(row)));
});

app.get('/archive/:year', (req, res, next) => {
  // a path parameter is text, whatever it is called
  const { year } = req.params;
  // bad-cross: no-sql-concat
  connection.query(`SELECT id FROM products_${year} LIMIT 100`, (err, rows) => (err ? next(err) : res.json(rows)));
});

app.get('/archive-checked/:year', (req, res, next) => {
  const { year } = req.params;
  if (!/^\d{4}$/.test(year)) return res.sendStatus(400);
  // ok-cross: no-sql-concat -- four digits
  return connection.query(`SELECT id FROM products_${year} LIMIT 100`, (err, rows) => (err ? next(err) : res.json(rows)));
});

module.exports = app;
