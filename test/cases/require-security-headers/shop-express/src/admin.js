// @complete: require-security-headers
const express = require('express');

// ok-cross: require-security-headers
const admin = express();
admin.get('/users', (req, res) => res.json([]));

module.exports = { admin };
