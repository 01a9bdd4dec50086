// @complete: require-graceful-shutdown
const express = require('express');

// ok-cross: require-graceful-shutdown -- started, and reported, in bin/www.js
const app = express();
app.get('/orders', (req, res) => res.json([]));

module.exports = app;
