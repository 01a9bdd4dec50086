// @complete: no-hardcoded-secrets
const { createCipheriv, createHash, createHmac, createPublicKey, randomBytes, scryptSync, timingSafeEqual } = require('node:crypto');

function sign(body) {
  // bad: no-hardcoded-secrets
  // fix: no-hardcoded-secrets
  return createHmac('sha256', 'Juniper-Relay-31').update(body).digest('hex');
}

function verify(body, signature) {
  // ok: no-hardcoded-secrets
  const expected = createHmac('sha256', process.env.WEBHOOK_SECRET).update(body).digest();
  return timingSafeEqual(expected, Buffer.from(signature, 'hex'));
}

function seal(text) {
  const iv = randomBytes(12);
  // bad: no-hardcoded-secrets -- an AES key
  const cipher = createCipheriv('aes-256-gcm', Buffer.from('8f1b0c6e47a95d23f0be7714c2d9a6583e5f90ab12cd34ef56a7b8c9d0e1f243', 'hex'), iv);
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

function sealWithEnv(text) {
  const iv = randomBytes(12);
  // ok: no-hardcoded-secrets
  const key = Buffer.from(process.env.DATA_KEY, 'base64');
  // ok: no-hardcoded-secrets
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

// bad: no-hardcoded-secrets -- derived from a literal passphrase
function legacyKey() {
  return scryptSync('Amber-Trestle-1988', 'accounts', 32);
}

// ok: no-hardcoded-secrets -- a checksum is no key
const etag = (body) => createHash('sha256').update('v2:').update(body).digest('base64url');

// ok: no-hardcoded-secrets -- a public key
const partnerKey = createPublicKey(`-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEQrHb7/8LUbsmn2M1OxzKcyOYfqYA
DQiY0uxYJQNI03Anv8r0TCU2l1h3r0ifG4AXU/5q+r15lf8+0mY3AGIsKw==
-----END PUBLIC KEY-----`);

module.exports = { sign, verify, seal, sealWithEnv, legacyKey, etag, partnerKey };
