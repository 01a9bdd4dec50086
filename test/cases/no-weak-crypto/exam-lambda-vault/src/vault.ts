// @complete: no-weak-crypto
import crypto, { createCipheriv, createDecipheriv, createHash, createHmac, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import CryptoJS from 'crypto-js';
import { CIPHER, DIGEST, FIXED_IV, GOOD_DIGEST, LEGACY_CIPHER } from './params';

const key = Buffer.from(process.env.VAULT_KEY!, 'hex');

export function encryptEcb(text: string) {
  // bad: no-weak-crypto
  // fix: no-weak-crypto
  const cipher = createCipheriv('aes-128-ecb', key, null);
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
}

export function encryptEcbElsewhere(text: string) {
  // bad-cross: no-weak-crypto
  const cipher = createCipheriv(LEGACY_CIPHER, key, null);
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
}

export function encryptDes(text: string) {
  // bad: no-weak-crypto
  const cipher = createCipheriv('des-ede3-cbc', key, randomBytes(8));
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
}

export function encryptFixedIv(text: string) {
  // bad-cross: no-weak-crypto
  const cipher = createCipheriv('aes-256-cbc', key, FIXED_IV);
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
}

export function encryptZeroIv(text: string) {
  // bad: no-weak-crypto
  const cipher = createCipheriv('aes-256-cbc', key, Buffer.alloc(16, 0));
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
}

export function encrypt(text: string) {
  const iv = randomBytes(12);
  // ok-cross: no-weak-crypto
  const cipher = createCipheriv(CIPHER, key, iv);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

export function decrypt(sealed: Buffer) {
  // ok: no-weak-crypto
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
}

export function decryptUnchecked(sealed: Buffer) {
  // bad: no-weak-crypto -- the tag is never given
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  return decipher.update(sealed.subarray(28)).toString('utf8');
}

export function encryptUntagged(text: string) {
  const iv = randomBytes(12);
  // bad: no-weak-crypto -- the tag is thrown away
  const cipher = crypto.createCipheriv('aes-256-gcm', key, iv);
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]);
}

export function oldCipher(text: string) {
  // bad: no-weak-crypto
  const cipher = crypto.createCipher('aes-192-cbc', 'passphrase');
  return cipher.update(text, 'utf8', 'hex') + cipher.final('hex');
}

export function signPayload(payload: string) {
  // bad: no-weak-crypto
  const signer = createSign('RSA-SHA1');
  signer.update(payload);
  return signer.sign(process.env.PRIVATE_KEY!, 'base64');
}

export function signPayloadWell(payload: string) {
  // ok: no-weak-crypto
  const signer = createSign('RSA-SHA256');
  signer.update(payload);
  return signer.sign(process.env.PRIVATE_KEY!, 'base64');
}

export function hashRefreshToken(token: string) {
  // bad: no-weak-crypto
  return createHash('md5').update(token).digest('hex');
}

export function hashApiToken(apiToken: string) {
  // bad-cross: no-weak-crypto
  return createHash(DIGEST).update(apiToken).digest('hex');
}

export function hashApiTokenWell(apiToken: string) {
  // ok-cross: no-weak-crypto
  return createHash(GOOD_DIGEST).update(apiToken).digest('hex');
}

export function etag(body: Buffer) {
  // ok: no-weak-crypto
  return `"${createHash('md5').update(body).digest('hex')}"`;
}

export function contentMd5(body: Buffer) {
  // ok: no-weak-crypto
  return { 'Content-MD5': createHash('md5').update(body).digest('base64') };
}

export function totp(secret: Buffer, counter: Buffer) {
  // ok: no-weak-crypto -- RFC 6238 says SHA-1
  return createHmac('sha1', secret).update(counter).digest();
}

export function webhookSignature(body: string) {
  // bad: no-weak-crypto
  return createHmac('md5', process.env.HOOK_SECRET!).update(body).digest('hex');
}

export function keys() {
  // bad: no-weak-crypto
  const short = generateKeyPairSync('rsa', { modulusLength: 1024 });
  // ok: no-weak-crypto
  const good = generateKeyPairSync('rsa', { modulusLength: 3072 });
  // ok: no-weak-crypto
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { short, good, ec };
}

export function cryptoJs(text: string, passphrase: string) {
  // bad: no-weak-crypto
  const des = CryptoJS.DES.encrypt(text, passphrase).toString();
  // bad: no-weak-crypto
  const ecb = CryptoJS.AES.encrypt(text, CryptoJS.enc.Hex.parse(passphrase), { mode: CryptoJS.mode.ECB }).toString();
  // ok: no-weak-crypto
  const digest = CryptoJS.SHA256(text).toString();
  return { des, ecb, digest };
}

export async function webCrypto(aes: CryptoKey, text: string) {
  // bad: no-weak-crypto
  const fixed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: new Uint8Array(12) }, aes, new TextEncoder().encode(text));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  // ok: no-weak-crypto
  const fresh = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, aes, new TextEncoder().encode(text));
  return { fixed, fresh };
}
