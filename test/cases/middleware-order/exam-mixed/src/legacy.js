// @complete: valid-error-middleware
const express = require('express');
const { onError, shortErrorHandler } = require('./mw');

const app = express();
app.get('/orders', (req, res) => res.json([]));
// ok-cross: valid-error-middleware -- said where it is defined
app.use(shortErrorHandler);

const other = express();
other.get('/orders', (req, res) => res.json([]));
// ok-cross: valid-error-middleware
other.use(onError);
module.exports = { app, other };
