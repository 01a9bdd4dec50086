// @complete: require-security-headers
const express = require('express');
const cors = require('cors');
const { setup } = require('./routes');
const { admin } = require('./admin');

// bad: require-security-headers
// fix: require-security-headers
const app = express();
app.use(cors({ origin: 'https://shop.example.com' }));
app.use(express.json());
setup(app);

// ok-cross: require-security-headers
app.use('/admin', admin);

module.exports = app;
