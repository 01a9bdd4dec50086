// @complete: require-jwt-algorithms
import { readFileSync } from 'node:fs';
import jwt from 'jsonwebtoken';
import simple from 'jwt-simple';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { verifyOptions } from './options.js';

const publicKey = readFileSync('/run/keys/public.pem');
const jwks = createRemoteJWKSet(new URL('https://id.example.com/.well-known/jwks.json'));

// bad-cross: require-jwt-algorithms
// fix: require-jwt-algorithms
export const check = (token: string) => jwt.verify(token, publicKey);

// bad: require-jwt-algorithms
// fix: require-jwt-algorithms
export const checkBoth = (token: string) => jwt.verify(token, publicKey, { algorithms: ['HS256', 'ES256'] });

// bad: require-jwt-algorithms
export const checkNone = (token: string) => jwt.verify(token, publicKey, { algorithms: ['ES256', 'none'] });

export function checkByHeader(token: string) {
  const decoded = jwt.decode(token, { complete: true })!;
  // bad: require-jwt-algorithms
  return jwt.verify(token, publicKey, { algorithms: [decoded.header.alg as jwt.Algorithm] });
}

// bad: require-jwt-algorithms
export const checkSimple = (token: string) => simple.decode(token, process.env.SIMPLE_SECRET!);

// ok-cross: require-jwt-algorithms
export const checkShared = (token: string) => jwt.verify(token, publicKey, verifyOptions);

// ok: require-jwt-algorithms
export const checkSpread = (token: string) => jwt.verify(token, publicKey, { ...verifyOptions, maxAge: '1h' });

// ok: require-jwt-algorithms
export const checkRemote = (token: string) => jwtVerify(token, jwks);

// ok: require-jwt-algorithms
export const checkKid = (token: string) => simple.decode(token, process.env.SIMPLE_SECRET!, false, 'HS256');
