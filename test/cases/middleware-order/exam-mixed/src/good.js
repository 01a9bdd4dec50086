// @complete: middleware-order
const express = require('express');
const helmet = require('helmet');
const cors = require('cors');
const { authenticate, authorize, limiter, notFound, onError } = require('./mw');
const { items } = require('./items');

const app = express();
// ok: middleware-order
app.use(helmet());
// ok: middleware-order
app.use(cors({ origin: 'https://shop.example' }));
// ok-cross: middleware-order
app.use(limiter);
app.post('/webhooks/stripe', express.raw({ type: 'application/json' }), (req, res) => res.sendStatus(200));
// ok: middleware-order -- after the raw webhook
app.use(express.json());
app.use(express.static('public'));
// ok-cross: middleware-order
app.use('/admin', authenticate, authorize('admin'));
app.use('/items', items);
// ok-cross: middleware-order
app.use(notFound);
// ok-cross: middleware-order
app.use(onError);
module.exports = app;
