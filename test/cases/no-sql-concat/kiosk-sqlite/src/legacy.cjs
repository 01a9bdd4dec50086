'use strict';
// @complete: no-sql-concat
const express = require('express');
const sqlite3 = require('sqlite3').verbose();

const db = new sqlite3.Database('./legacy.db');
const app = express();

app.get('/tables/:name', (req, res, next) => {
  // bad: no-sql-concat
  db.all('SELECT * FROM ' + req.params.name, (err, rows) => (err ? next(err) : res.json(rows)));
});

app.get('/guests', (req, res, next) => {
  // bad: no-sql-concat
  // fix: no-sql-concat
  db.get(`SELECT * FROM guests WHERE email = '${req.query.email}'`, (err, row) => (err ? next(err) : res.json(row)));
});

app.get('/guests/:id', (req, res, next) => {
  // ok: no-sql-concat
  db.get('SELECT * FROM guests WHERE id = ?', [req.params.id], (err, row) => (err ? next(err) : res.json(row)));
});

app.post('/guests', express.json(), (req, res, next) => {
  const { name, email } = req.body;
  // bad: no-sql-concat
  db.run("INSERT INTO guests (name, email) VALUES ('" + name + "', '" + email + "')", function (err) {
    if (err) return next(err);
    return res.status(201).json({ id: this.lastID });
  });
});

module.exports = app;
