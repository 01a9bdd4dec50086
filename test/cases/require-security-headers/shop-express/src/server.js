// @complete: require-security-headers
const express = require('express');
const app = require('./app');

app.listen(process.env.PORT || 3000);

// ok: require-security-headers
const probes = express();
probes.get('/healthz', (req, res) => res.sendStatus(204));
probes.listen(9000);
