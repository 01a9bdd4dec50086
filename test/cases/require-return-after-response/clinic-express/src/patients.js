// @complete: require-return-after-response
const express = require('express');
const { Pool } = require('pg');
const { notFound, sendError, warnWhenLate } = require('./respond');

const pool = new Pool();
const router = express.Router();

router.get('/patients/:id', async (req, res, next) => {
  const { rows } = await pool.query('SELECT id, name FROM patients WHERE id = $1', [req.params.id]);
  // bad-cross: require-return-after-response
  // fix: require-return-after-response
  if (rows.length === 0) notFound(res, 'patient');
  // ok: require-return-after-response
  res.json(rows[0]);
});

router.get('/patients/:id/file', async (req, res, next) => {
  const { rows } = await pool.query('SELECT id, name FROM patients WHERE id = $1', [req.params.id]);
  // ok-cross: require-return-after-response
  if (rows.length === 0) return notFound(res, 'patient');
  // ok-cross: require-return-after-response
  warnWhenLate(res, rows[0].late);
  res.json(rows[0]);
});

router.post('/patients', async (req, res, next) => {
  if (!req.body.name) {
    // bad: require-return-after-response
    // fix: require-return-after-response
    res.status(400).json({ error: 'name is required' });
  }
  try {
    await pool.query('INSERT INTO patients (name) VALUES ($1)', [req.body.name]);
    res.sendStatus(201);
  } catch (error) {
    // ok: require-return-after-response
    next(error);
  }
});

router.delete('/patients/:id', async (req, res, next) => {
  if (!req.user) {
    // bad: require-return-after-response -- the row is deleted although it was refused
    next(new Error('not signed in'));
  }
  const { rowCount } = await pool.query('DELETE FROM patients WHERE id = $1', [req.params.id]);
  if (rowCount === 0) {
    // ok: require-return-after-response -- the other branch answers
    sendError(res, 404, 'no such patient');
  } else {
    res.sendStatus(204);
  }
});

router.put('/patients/:id', (req, res, next) => {
  pool.query('UPDATE patients SET name = $2 WHERE id = $1', [req.params.id, req.body.name], (error, result) => {
    if (error) {
      // bad: require-return-after-response
      res.status(500).json({ error: 'failed' });
    }
    res.json({ changed: result.rowCount });
  });
});

router.use((req, res, next) => {
  // bad: require-return-after-response
  if (req.path.startsWith('/public')) next();
  // ok: require-return-after-response
  res.status(401).end();
});

router.get('/labels', (req, res) => {
  switch (req.query.kind) {
    case 'short':
      // bad: require-return-after-response -- falls through
      res.send('S');
    case 'long':
      // ok: require-return-after-response
      res.send('L');
      break;
    default:
      // ok: require-return-after-response
      res.sendStatus(400);
  }
});

router.get('/batch', (req, res) => {
  for (const id of req.query.ids) {
    // bad: require-return-after-response -- once for every bad id
    if (!/^\d+$/.test(id)) res.status(400).json({ error: `bad id ${id}` });
  }
  res.json({ ok: true });
});

router.get('/flags', (req, res) => {
  let answered = false;
  if (req.query.all) {
    // ok: require-return-after-response -- the flag tells
    res.json({ all: true });
    answered = true;
  }
  if (!answered) res.json({ all: false });
});

router.get('/either', (req, res) => {
  // ok: require-return-after-response -- opposite tests
  if (req.query.a) res.json({ a: true });
  if (!req.query.a) res.json({ a: false });
});

router.get('/late', async (req, res) => {
  // ok: require-return-after-response -- answered first, worked later, on purpose
  res.status(202).json({ accepted: true });
  await pool.query('REFRESH MATERIALIZED VIEW totals');
});

router.get('/checked', async (req, res) => {
  // ok: require-return-after-response
  if (!req.query.id) res.status(400).json({ error: 'id' });
  if (res.headersSent) return;
  res.json({});
});

router.get('/stream', (req, res) => {
  // ok: require-return-after-response -- parts of one answer
  res.write('[');
  res.write(']');
  res.end();
});

module.exports = router;
