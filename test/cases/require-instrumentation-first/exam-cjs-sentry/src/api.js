// @complete: require-instrumentation-first
// ok: require-instrumentation-first
require('./instrument');
const express = require('express');

const app = express();
app.get('/', (req, res) => res.send('ok'));
app.listen(3001);
