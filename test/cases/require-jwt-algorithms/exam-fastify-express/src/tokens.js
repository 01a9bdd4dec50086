// @complete: require-jwt-algorithms
'use strict';
const { sign, verify: verifyToken } = require('jsonwebtoken');
const { ALGORITHMS, privateKey, publicKey } = require('./keys');

class Tokens {
  issue(sub) {
    // ok: require-jwt-algorithms
    return sign({ sub }, privateKey, { algorithm: 'ES256', expiresIn: '10m' });
  }

  check(token) {
    // bad: require-jwt-algorithms
    // fix: require-jwt-algorithms
    return verifyToken(token, publicKey);
  }

  checkPinned(token) {
    // ok-cross: require-jwt-algorithms
    return verifyToken(token, publicKey, { algorithms: ALGORITHMS });
  }

  checkByKid(token, keys) {
    // bad: require-jwt-algorithms
    return verifyToken(token, (header, done) => done(null, keys[header.kid]), (err, claims) => (err ? null : claims));
  }

  checkNone(token) {
    // bad: require-jwt-algorithms
    return verifyToken(token, publicKey, { algorithms: ['ES256', 'none'] });
  }
}

module.exports = new Tokens();
