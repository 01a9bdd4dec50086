const express = require('express');
const { requireUser } = require('./auth');

const app = express();
app.use('/accounts', require('./accounts'));
app.use('/statements', requireUser, require('./statements'));

app.listen(3000);
