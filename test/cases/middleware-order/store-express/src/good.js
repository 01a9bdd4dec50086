// @complete: middleware-order
const express = require('express');
const helmet = require('helmet');
const cors = require('cors');
const { authenticate, onError } = require('./guards');
const orders = require('./orders');

const app = express();
app.get('/health', (req, res) => res.sendStatus(204));
app.use(helmet());
app.use(express.static('public'));
app.use(cors({ origin: 'https://store.example.com' }));
app.post('/webhooks/stripe', express.raw({ type: 'application/json' }), (req, res) => res.sendStatus(200));
app.use(express.json());
app.get('/catalog', (req, res) => res.json([]));
app.use(authenticate);
app.use('/orders', orders);
app.use((req, res) => res.status(404).json({ error: 'not found' }));
app.use(onError);
app.listen(3004);
