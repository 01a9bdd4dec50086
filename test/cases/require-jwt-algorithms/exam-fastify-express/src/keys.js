// @complete: require-jwt-algorithms
'use strict';
const fs = require('node:fs');
exports.publicKey = fs.readFileSync('/run/secrets/jwt.pub');
exports.privateKey = fs.readFileSync('/run/secrets/jwt.key');
exports.ALGORITHMS = ['ES256'];
