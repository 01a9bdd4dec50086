// @complete: no-unhandled-async-handler
const express = require('express');
const { Pool } = require('pg');
const items = require('./items.controller');
const { wrap } = require('./wrap');

const pool = new Pool();
const app = express();

// bad-cross: no-unhandled-async-handler
// fix: no-unhandled-async-handler
app.get('/items', items.list);
// ok-cross: no-unhandled-async-handler
app.get('/items/first', items.safe);
// ok: no-unhandled-async-handler
app.get('/wrapped', wrap(items.list));
// bad-cross: no-unhandled-async-handler
app.get('/stock', (req, res, next) => next(), items.stock.count);

// bad: no-unhandled-async-handler
// fix: no-unhandled-async-handler
app.post('/items', async (req, res) => {
  await pool.query('INSERT INTO items (name) VALUES ($1)', [req.body.name]);
  res.sendStatus(201);
});

// bad: no-unhandled-async-handler
// fix: no-unhandled-async-handler
app.use(async (req, res, next) => {
  req.user = (await pool.query('SELECT id FROM users WHERE token = $1', [req.get('x-token')])).rows[0];
  next();
});

// bad: no-unhandled-async-handler -- a catch that throws on
app.delete('/items/:id', async (req, res, next) => {
  try {
    await pool.query('DELETE FROM items WHERE id = $1', [req.params.id]);
    res.sendStatus(204);
  } catch (error) {
    if (error.code === '23503') return res.sendStatus(409);
    throw error;
  }
});

// bad: no-unhandled-async-handler -- only a finally
app.put('/items/:id', async (req, res) => {
  const client = await pool.connect();
  try {
    await client.query('UPDATE items SET name = $2 WHERE id = $1', [req.params.id, req.body.name]);
    res.sendStatus(204);
  } finally {
    client.release();
  }
});

// ok: no-unhandled-async-handler -- a chain that ends in catch
app.get('/chain', (req, res, next) => {
  pool
    .query('SELECT 1')
    .then(({ rows }) => res.json(rows))
    .catch(next);
});

// ok: no-unhandled-async-handler -- nothing is waited for
app.get('/ping', async (req, res) => {
  res.send('pong');
});

// ok: no-unhandled-async-handler
app.get('/caught', async (req, res) => {
  const rows = await pool.query('SELECT 1').catch(() => null);
  res.json(rows);
});

module.exports = app;
