// @complete: no-weak-crypto
import crypto, { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import CryptoJS from 'crypto-js';
import { IV } from './iv.js';

const key = Buffer.from(process.env.DATA_KEY!, 'hex');

// bad: no-weak-crypto
// fix: no-weak-crypto
export const sessionToken = (id: string) => createHash('md5').update(id + process.env.APP_SECRET).digest('hex');

// bad: no-weak-crypto
export const sign = (text: string) => crypto.createSign('RSA-SHA1').update(text).sign(key);

// bad: no-weak-crypto
export const des = (text: string) => createCipheriv('des-ede3-cbc', key, randomBytes(8)).update(text);

// bad: no-weak-crypto
// fix: no-weak-crypto
export const ecb = (text: string) => createCipheriv('aes-256-ecb', key, null).update(text);

// bad-cross: no-weak-crypto
export const fixed = (text: string) => createCipheriv('aes-256-cbc', key, IV).update(text);

// bad: no-weak-crypto
export const zeros = (text: string) => createCipheriv('aes-256-cbc', key, Buffer.alloc(16, 0)).update(text);

// bad: no-weak-crypto
export const old = (text: string) => crypto.createCipher('aes-256-cbc', 'password').update(text);

export function open(text: Buffer, iv: Buffer): Buffer {
  // bad: no-weak-crypto
  const decipher = createDecipheriv('aes-256-gcm', key, iv);
  return decipher.update(text);
}

// bad: no-weak-crypto
export const pair = () => crypto.generateKeyPairSync('rsa', { modulusLength: 1024 });

// bad: no-weak-crypto
export const cryptoJs = (text: string) => CryptoJS.DES.encrypt(text, 'k').toString();

// bad: no-weak-crypto
export const mode = (text: string, k: CryptoJS.lib.WordArray) => CryptoJS.AES.encrypt(text, k, { mode: CryptoJS.mode.ECB }).toString();
