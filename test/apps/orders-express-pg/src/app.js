// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
'use strict';

const path = require('node:path');
const cookieParser = require('cookie-parser');
const express = require('express');
const helmet = require('helmet');
const pinoHttp = require('pino-http');
const { randomUUID } = require('node:crypto');
const config = require('./config');
const logger = require('./logger');

const app = express();
app.use(helmet());
app.use(pinoHttp({ logger, genReqId: () => randomUUID() }));
app.use(express.static(path.join(__dirname, '..', 'public')));
app.use(express.json({ limit: '100kb' }));
// ok-cross: no-hardcoded-secrets -- reported in config.js
app.use(cookieParser(config.cookieSecret));
app.use('/auth', require('./routes/auth'));
app.use('/products', require('./routes/products'));
app.use('/orders', require('./routes/orders'));

app.use((req, res) => {
  res.status(404).json({ title: 'Not found', status: 404 });
});

app.use((error, req, res, next) => {
  if (res.headersSent) return next(error);
  req.log.error({ err: error }, 'request failed');
  res.status(500).json({ title: 'Something went wrong', status: 500 });
});

module.exports = app;
