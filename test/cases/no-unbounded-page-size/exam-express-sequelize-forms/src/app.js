// @complete: no-unbounded-page-size
const express = require('express');
const Joi = require('joi');
const { query, validationResult } = require('express-validator');
const { Item, knex } = require('./models');
const { closedPaging, openPaging, paging } = require('./paging');

const app = express();
const open = Joi.object({
  // bad: no-unbounded-page-size
  // fix: no-unbounded-page-size
  limit: Joi.number().integer().min(1).default(20),
});
const closed = Joi.object({ limit: Joi.number().integer().min(1).max(100).default(20) });

app.get('/a', async (req, res) => {
  // bad: no-unbounded-page-size
  // fix: no-unbounded-page-size
  res.json(await Item.findAll({ limit: parseInt(req.query.per_page, 10) || 20 }));
});

app.get('/b', async (req, res) => {
  // bad-cross: no-unbounded-page-size
  res.json(await Item.findAll({ ...openPaging(req.query) }));
});

app.get('/c', async (req, res) => {
  // ok-cross: no-unbounded-page-size
  res.json(await Item.findAll({ ...closedPaging(req.query) }));
});

app.get('/d', async (req, res) => {
  const { value } = open.validate(req.query);
  res.json(await Item.findAll({ limit: value.limit }));
});

app.get('/e', async (req, res) => {
  const { value } = closed.validate(req.query);
  // ok: no-unbounded-page-size
  res.json(await Item.findAll({ limit: value.limit }));
});

app.get('/f', paging, async (req, res) => {
  // ok-cross: no-unbounded-page-size
  res.json(await Item.findAll(req.paging));
});

app.get('/g', query('limit').isInt({ min: 1, max: 100 }).toInt(), async (req, res) => {
  if (!validationResult(req).isEmpty()) return res.status(400).end();
  // ok: no-unbounded-page-size
  res.json(await Item.findAll({ limit: req.query.limit }));
});

app.get('/h', async (req, res) => {
  const { page = 1, pageSize = 20 } = req.query;
  // bad: no-unbounded-page-size
  res.json(await knex('items').select('id').limit(Number(pageSize)).offset((Number(page) - 1) * Number(pageSize)));
});

app.get('/i', async (req, res) => {
  const size = [10, 20, 50].includes(Number(req.query.size)) ? Number(req.query.size) : 20;
  // ok: no-unbounded-page-size -- one of a closed list
  res.json(await knex('items').select('id').limit(size));
});

module.exports = app;
