// @complete: middleware-order
const express = require('express');
const helmet = require('helmet');
const cors = require('cors');
const { rateLimit } = require('express-rate-limit');
const { authenticate, onError } = require('./guards');
const orders = require('./orders');

const app = express();
// bad: middleware-order
app.use(express.static('public'));
app.use(helmet());
// bad-cross: middleware-order
app.use(onError);
app.use('/orders', orders);
// bad: middleware-order
app.use(express.json());
// bad: middleware-order
app.use(cors({ origin: 'https://store.example.com' }));
// bad: middleware-order
app.use(rateLimit({ limit: 100 }));
app.listen(3000);

const admin = express();
admin.use(express.json());
admin.get('/admin/orders', (req, res) => res.json([]));
// bad-cross: middleware-order
admin.use(authenticate);
admin.listen(3001);

const shop = express();
// bad: middleware-order
shop.use((req, res) => {
  res.status(404).json({ error: 'not found' });
});
shop.get('/products', (req, res) => res.json([]));
shop.listen(3002);
