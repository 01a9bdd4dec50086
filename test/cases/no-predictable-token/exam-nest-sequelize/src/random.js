// @complete: no-predictable-token
'use strict';
const crypto = require('node:crypto');

function randomDigits(length) {
  return Array.from({ length }, () => Math.floor(Math.random() * 10)).join('');
}

function secureDigits(length) {
  return Array.from({ length }, () => crypto.randomInt(10)).join('');
}

exports.randomDigits = randomDigits;
exports.secureDigits = secureDigits;
exports.shuffle = (list) => [...list].sort(() => Math.random() - 0.5);

exports.makeApiKey = function makeApiKey() {
  // bad: no-predictable-token
  return 'sk_' + Math.random().toString(36).slice(2) + Math.random().toString(36).slice(2);
};

exports.makeOrderNumber = function makeOrderNumber() {
  // ok: no-predictable-token -- a number that people read, no secret
  return `ORD-${Date.now()}-${Math.floor(Math.random() * 1000)}`;
};
