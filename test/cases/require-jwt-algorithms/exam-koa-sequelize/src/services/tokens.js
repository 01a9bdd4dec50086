// @complete: require-jwt-algorithms
'use strict';

const jwt = require('jsonwebtoken');
const { promisify } = require('node:util');
const jwtSimple = require('jwt-simple');
const config = require('../config');

const verifyAsync = promisify(jwt.verify);

function issue(user) {
  // ok: require-jwt-algorithms
  return jwt.sign({ sub: user.id }, config.jwt.privateKey, { algorithm: 'RS256', expiresIn: '15m' });
}

function read(token) {
  // bad: require-jwt-algorithms
  // fix: require-jwt-algorithms
  return jwt.verify(token, config.jwt.publicKey);
}

function readWithIssuer(token) {
  // bad: require-jwt-algorithms
  // fix: require-jwt-algorithms
  return jwt.verify(token, config.jwt.publicKey, { issuer: config.jwt.issuer });
}

function readLoose(token) {
  // bad-cross: require-jwt-algorithms
  return jwt.verify(token, config.jwt.publicKey, config.looseOptions);
}

function readPinned(token) {
  // ok-cross: require-jwt-algorithms
  return jwt.verify(token, config.jwt.publicKey, config.verifyOptions);
}

function readMixed(token) {
  // bad-cross: require-jwt-algorithms
  return jwt.verify(token, config.jwt.publicKey, { algorithms: config.mixedAlgorithms });
}

function readAnything(token) {
  const { header } = jwt.decode(token, { complete: true });
  // bad: require-jwt-algorithms
  return jwt.verify(token, config.jwt.publicKey, { algorithms: [header.alg] });
}

function readUnsigned(token) {
  // bad: require-jwt-algorithms
  return jwt.verify(token, '', { algorithms: ['none'] });
}

async function readCallback(token) {
  // bad: require-jwt-algorithms
  return verifyAsync(token, config.jwt.publicKey);
}

function readByCallback(token, done) {
  // bad: require-jwt-algorithms
  // fix: require-jwt-algorithms
  jwt.verify(token, config.jwt.publicKey, (err, claims) => done(err, claims));
}

function readByCallbackPinned(token, done) {
  // ok: require-jwt-algorithms
  jwt.verify(token, config.jwt.publicKey, { algorithms: ['RS256'] }, (err, claims) => done(err, claims));
}

function readLegacy(token, key) {
  // bad: require-jwt-algorithms
  return jwtSimple.decode(token, key);
}

function readLegacyPinned(token, key) {
  // ok: require-jwt-algorithms
  return jwtSimple.decode(token, key, false, 'HS256');
}

module.exports = { issue, read, readWithIssuer, readLoose, readPinned, readMixed, readAnything, readUnsigned, readCallback, readByCallback, readByCallbackPinned, readLegacy, readLegacyPinned };
