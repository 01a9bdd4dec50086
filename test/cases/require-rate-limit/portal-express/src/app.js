const express = require('express');
const { slowDown } = require('./limits');
const auth = require('./auth.routes');
const account = require('./account.routes');
const { login } = require('./auth.controller');

const app = express();
app.use(express.json());
app.use('/auth', auth);
app.use('/account', slowDown, account);
// bad: require-rate-limit
app.post('/login', login);
// ok-cross: require-rate-limit
app.post('/v2/login', slowDown, login);
app.listen(3000);
