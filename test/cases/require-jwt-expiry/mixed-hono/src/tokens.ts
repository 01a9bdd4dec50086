// @complete: require-jwt-expiry
import jwt from 'jsonwebtoken';
import { SignJWT } from 'jose';
import { signOptions } from './config.js';

const secret = process.env.JWT_SECRET!;
const key = new TextEncoder().encode(secret);

// bad: require-jwt-expiry
// fix: require-jwt-expiry
export const forever = (sub: string) => jwt.sign({ sub }, secret);

// bad: require-jwt-expiry
// fix: require-jwt-expiry
export const named = (sub: string) => jwt.sign({ sub }, secret, { algorithm: 'HS256' });

export const built = (sub: string) =>
  // bad: require-jwt-expiry
  // fix: require-jwt-expiry
  new SignJWT({ sub }).setProtectedHeader({ alg: 'HS256' }).setIssuedAt().sign(key);

export const short = (sub: string) =>
  // ok: require-jwt-expiry
  new SignJWT({ sub }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('15m').sign(key);

// ok-cross: require-jwt-expiry
export const shared = (sub: string) => jwt.sign({ sub }, secret, signOptions);

// ok-cross: require-jwt-expiry
export const spread = (sub: string) => jwt.sign({ sub }, secret, { ...signOptions, issuer: 'desk' });

// ok: require-jwt-expiry
export const given = (sub: string, options: jwt.SignOptions) => jwt.sign({ sub }, secret, options);

// ok: require-jwt-expiry
export const verification = (email: string) => jwt.sign({ email, purpose: 'verify-email' }, secret, { expiresIn: '1d' });
