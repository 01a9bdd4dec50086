// @complete: no-predictable-token
const { randomBytes } = require('crypto');

const CHARS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

// ok: no-predictable-token
exports.randomString = function randomString(length) {
  let text = '';
  for (let i = 0; i < length; i++) text += CHARS.charAt(Math.floor(Math.random() * CHARS.length));
  return text;
};

exports.generateOtp = function generateOtp() {
  // bad: no-predictable-token
  // fix: no-predictable-token
  return Math.floor(100000 + Math.random() * 900000).toString();
};

// ok: no-predictable-token
exports.generateApiKey = () => `key_${Date.now()}_${randomBytes(24).toString('hex')}`;

// ok: no-predictable-token
exports.jitter = (ms) => ms + Math.random() * 100;

exports.temporaryPassword = function (length) {
  let password = '';
  for (let i = 0; i < length; i++) {
    // bad: no-predictable-token
    // fix: no-predictable-token
    password += CHARS[Math.floor(Math.random() * CHARS.length)];
  }
  return password;
};
