// @complete: no-weak-password-hash
import { createCipheriv, createHash, createHmac, pbkdf2Sync, randomBytes, scryptSync } from 'node:crypto';

export const sha256 = (value: string) => createHash('sha256').update(value).digest('hex');

export const WEAK_ROUNDS = 6;
export const GOOD_ROUNDS = 12;
export const weakArgon = { memoryCost: 4096, timeCost: 1, parallelism: 1 };
export const goodArgon = { memoryCost: 19456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): string {
  // bad: no-weak-password-hash
  return createHash('sha512').update(password).digest('hex');
}

export function hmacPassword(password: string): string {
  // bad: no-weak-password-hash
  return createHmac('sha256', process.env.PEPPER!).update(password).digest('base64');
}

export function encryptPassword(password: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(process.env.KEY!, 'hex'), iv);
  // bad-cross: no-weak-password-hash
  return Buffer.concat([iv, cipher.update(password, 'utf8'), cipher.final()]).toString('base64');
}

export function derive(password: string, salt: Buffer) {
  // bad: no-weak-password-hash
  return pbkdf2Sync(password, salt, 1000, 64, 'sha512');
}

export function deriveWell(password: string, salt: Buffer) {
  // ok: no-weak-password-hash
  return pbkdf2Sync(password, salt, 600_000, 32, 'sha256');
}

export function stretch(password: string, salt: Buffer) {
  // bad: no-weak-password-hash
  return scryptSync(password, salt, 64, { N: 1024, r: 8, p: 1 });
}

export function stretchWell(password: string, salt: Buffer) {
  // ok: no-weak-password-hash
  return scryptSync(password, salt, 64, { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 });
}

export function etag(body: string) {
  // ok: no-weak-password-hash
  return createHash('md5').update(body).digest('hex');
}

export function hashResetToken(resetToken: string) {
  // ok: no-weak-password-hash -- a random token needs no slow hash
  return createHash('sha256').update(resetToken).digest('hex');
}
