const express = require('express');
const { requireSession } = require('./session');

const app = express();

// bad-cross: no-unhandled-async-handler
app.get('/orders', requireSession, (req, res) => res.json([]));
// ok-cross: no-unhandled-async-handler -- the same middleware, which has been named
app.get('/invoices', requireSession, (req, res) => res.json([]));

app.listen(3000);
