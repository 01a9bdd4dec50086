// @complete: no-weak-crypto
import crypto, { createCipheriv, createDecipheriv, createHash, createHmac, generateKeyPairSync, randomBytes } from 'node:crypto';
import CryptoJS from 'crypto-js';
import md5 from 'md5';
import forge from 'node-forge';
import { CIPHER, LEGACY, MODERN, OLD_CIPHER, ZERO_IV } from './algorithms.js';

// bad: no-weak-crypto
export const signature = (payload: string) => createHash('md5').update(payload).digest('hex');

// bad: no-weak-crypto
export const tokenHash = (token: string) => crypto.createHash('sha1').update(token).digest('hex');

// bad-cross: no-weak-crypto -- the name of the algorithm is of another file
export const sign = (payload: string, key: string) => createHmac(LEGACY, key).update(payload).digest('hex');

// ok-cross: no-weak-crypto
export const digest = (token: string) => createHash(MODERN).update(token).digest('hex');

// ok: no-weak-crypto -- an ETag
export const etag = (body: string) => `"${createHash('md5').update(body).digest('base64')}"`;

export function contentMd5(body: Buffer) {
  // ok: no-weak-crypto -- S3 wants it
  return { 'Content-MD5': createHash('md5').update(body).digest('base64') };
}

export function totp(secret: Buffer, counter: Buffer) {
  // ok: no-weak-crypto -- RFC 6238 is HMAC-SHA1
  return createHmac('sha1', secret).update(counter).digest();
}

export function encrypt(text: string, key: Buffer) {
  const iv = randomBytes(12);
  // ok-cross: no-weak-crypto
  const cipher = createCipheriv(CIPHER, key, iv);
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), data]);
}

export function decrypt(data: Buffer, key: Buffer) {
  // ok-cross: no-weak-crypto
  const decipher = createDecipheriv(CIPHER, key, data.subarray(0, 12));
  decipher.setAuthTag(data.subarray(12, 28));
  return Buffer.concat([decipher.update(data.subarray(28)), decipher.final()]);
}

export function decryptUnchecked(data: Buffer, key: Buffer) {
  // bad: no-weak-crypto -- GCM whose tag nobody checks
  const decipher = createDecipheriv('aes-256-gcm', key, data.subarray(0, 12));
  return decipher.update(data.subarray(28), undefined, 'utf8');
}

export function encryptWeak(text: string, key: Buffer) {
  // bad: no-weak-crypto -- ECB
  const ecb = createCipheriv('aes-128-ecb', key, null);
  // bad-cross: no-weak-crypto -- triple DES
  const des = createCipheriv(OLD_CIPHER, key, randomBytes(8));
  // bad-cross: no-weak-crypto -- the same IV every time
  const fixed = createCipheriv('aes-256-cbc', key, ZERO_IV);
  // bad: no-weak-crypto
  const literal = createCipheriv('aes-256-cbc', key, Buffer.from('1234567890123456'));
  // ok: no-weak-crypto
  const good = createCipheriv('aes-256-cbc', key, randomBytes(16));
  // bad: no-weak-crypto
  const rc4 = createCipheriv('rc4', key, '');
  return [ecb, des, fixed, literal, good, rc4].map((cipher) => cipher.update(text, 'utf8', 'hex'));
}

export function keys() {
  // bad: no-weak-crypto
  const short = generateKeyPairSync('rsa', { modulusLength: 1024 });
  // ok: no-weak-crypto
  const long = generateKeyPairSync('rsa', { modulusLength: 3072 });
  // bad: no-weak-crypto
  const forged = forge.pki.rsa.generateKeyPair({ bits: 1024 });
  // ok: no-weak-crypto
  const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  // bad: no-weak-crypto
  const dh = crypto.createDiffieHellman(512);
  return { short, long, forged, curve, dh };
}

// bad: no-weak-crypto
export const resetTokenHash = (token: string) => md5(token);

// bad: no-weak-crypto
export const sessionSignature = (payload: string, secret: string) => CryptoJS.MD5(payload + secret).toString();

// bad: no-weak-crypto
export const apiKeyHash = (key: string) => forge.md.md5.create().update(key).digest().toHex();

// bad: no-weak-crypto
export const tokenDigest = (token: string) => crypto.subtle.digest('SHA-1', new TextEncoder().encode(token));

// ok: no-weak-crypto
export const sessionDigest = (token: string) => crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));

// ok: no-weak-crypto
export const keyDigest = (key: string) => CryptoJS.SHA256(key).toString();

// ok: no-weak-crypto -- a picture's name
export const gravatar = (email: string) => `https://gravatar.com/avatar/${md5(email)}`;

export function foreign(text: string, key: string) {
  // bad: no-weak-crypto
  const des = CryptoJS.TripleDES.encrypt(text, key);
  // bad: no-weak-crypto
  const ecb = CryptoJS.AES.encrypt(text, CryptoJS.enc.Utf8.parse(key), { mode: CryptoJS.mode.ECB });
  return { des, ecb };
}
