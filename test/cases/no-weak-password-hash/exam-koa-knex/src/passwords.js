// @complete: no-weak-password-hash
'use strict';
const crypto = require('node:crypto');
const { promisify } = require('node:util');
const bcrypt = require('bcrypt');

const scrypt = promisify(crypto.scrypt);
const pbkdf2 = promisify(crypto.pbkdf2);
const SALT_ROUNDS = 12;

exports.digest = (value) => crypto.createHash('sha1').update(value).digest('hex');

exports.hash = async (password) => {
  // ok: no-weak-password-hash
  return bcrypt.hash(password, SALT_ROUNDS);
};

exports.hashByScrypt = async (password) => {
  const salt = crypto.randomBytes(16);
  // ok: no-weak-password-hash
  const key = await scrypt(password, salt, 32, { N: 131072, r: 8, p: 1, maxmem: 2 ** 28 });
  return `${salt.toString('hex')}:${key.toString('hex')}`;
};

exports.hashByDefaultScrypt = async (password) => {
  const salt = crypto.randomBytes(16);
  // bad: no-weak-password-hash -- Node's default N is 16384, with p = 1
  const key = await scrypt(password, salt, 64);
  return `${salt.toString('hex')}:${key.toString('hex')}`;
};

exports.hashByPbkdf2 = async (password, salt) => {
  // bad: no-weak-password-hash
  return pbkdf2(password, salt, 10000, 64, 'sha512');
};

exports.hashSaltedSha = (password, salt) => {
  // bad: no-weak-password-hash
  return crypto.createHash('sha256').update(salt + password).digest('hex');
};

exports.verifySha = (password, stored) => {
  // bad: no-weak-password-hash
  const hash = crypto.createHash('sha256').update(`${stored.salt}${password}`).digest('hex');
  return hash === stored.hash;
};
