// @complete: no-weak-password-hash
import { createHash, createHmac, pbkdf2Sync, scryptSync } from 'node:crypto';
import argon2 from 'argon2';
import bcrypt from 'bcrypt';
import CryptoJS from 'crypto-js';
import { sha } from './digest.js';
import { GOOD_ROUNDS, ROUNDS } from './settings.js';

// bad: no-weak-password-hash
export const md5Password = (password: string) => createHash('md5').update(password).digest('hex');

// bad: no-weak-password-hash
export const salted = (password: string, salt: string) => createHash('sha512').update(salt + password).digest('hex');

// bad: no-weak-password-hash
export const keyed = (password: string) => createHmac('sha256', process.env.PEPPER!).update(password).digest('hex');

// bad-cross: no-weak-password-hash
export const helped = (password: string) => sha(password);

// bad-cross: no-weak-password-hash
export const few = (password: string) => bcrypt.hash(password, ROUNDS);

// bad: no-weak-password-hash
export const fewSalt = () => bcrypt.genSalt(4);

export const iterated = (password: string, salt: Buffer) =>
  // bad: no-weak-password-hash
  pbkdf2Sync(password, salt, 10_000, 64, 'sha512');

// bad: no-weak-password-hash
export const cheap = (password: string, salt: Buffer) => scryptSync(password, salt, 64, { N: 1024 });

// bad: no-weak-password-hash
export const thin = (password: string) => argon2.hash(password, { memoryCost: 4096, timeCost: 2 });

// bad: no-weak-password-hash
export const registerUser = (password: string) => CryptoJS.AES.encrypt(password, process.env.KEY!).toString();

// ok-cross: no-weak-password-hash
export const good = (password: string) => bcrypt.hash(password, GOOD_ROUNDS);

// ok: no-weak-password-hash
export const best = (password: string) => argon2.hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

// ok: no-weak-password-hash
export const long = (password: string, salt: Buffer) => pbkdf2Sync(password, salt, 600_000, 32, 'sha256');

// ok: no-weak-password-hash
export const large = (password: string, salt: Buffer) => scryptSync(password, salt, 64, { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 });

// ok: no-weak-password-hash
export const checksum = (body: string) => createHash('sha256').update(body).digest('hex');

// ok: no-weak-password-hash
export const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex');

// ok: no-weak-password-hash
export const dataKey = () => scryptSync(process.env.MASTER_KEY!, 'salt', 32);

// ok: no-weak-password-hash
export const prehashed = (password: string) => bcrypt.hash(createHash('sha256').update(password).digest('base64'), 12);
