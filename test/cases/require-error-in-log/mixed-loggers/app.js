const express = require('express');
const Koa = require('koa');

const app = express();
app.use((err, req, res, next) => {
  // bad: require-error-in-log
  // fix: require-error-in-log
  console.error(`${req.method} ${req.path}: ${err.message}`);
  res.status(500).end();
});

const koa = new Koa();
koa.on('error', (err, ctx) => {
  // ok: require-error-in-log
  console.error(ctx.path, err);
});
module.exports = { app, koa };
