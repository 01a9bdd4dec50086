// @complete: require-jwt-expiry, no-sensitive-jwt-claims
import jwt from 'jsonwebtoken';
import { SignJWT } from 'jose';
import { accessOptions, ACCESS_TTL, LONG_TTL, plainOptions, REFRESH_TTL, YEAR } from './config/tokens.js';
import { findIdentity, findUser } from './db.js';

const key = process.env.JWT_PRIVATE_KEY!;

export async function accessToken(email: string) {
  const user = await findUser(email);
  // ok-cross: require-jwt-expiry
  // ok: no-sensitive-jwt-claims
  return jwt.sign({ sub: user.id, role: user.role }, key, accessOptions);
}

export async function accessTokenForever(email: string) {
  const user = await findUser(email);
  // bad-cross: require-jwt-expiry
  return jwt.sign({ sub: user.id }, key, plainOptions);
}

export async function accessTokenNoOptions(email: string) {
  const identity = await findIdentity(email);
  // bad: require-jwt-expiry
  // fix: require-jwt-expiry
  // ok-cross: no-sensitive-jwt-claims -- only id and role were selected
  return jwt.sign(identity, key);
}

export async function wholeRecord(email: string) {
  const user = await findUser(email);
  // bad-cross: no-sensitive-jwt-claims
  // ok-cross: require-jwt-expiry
  return jwt.sign(user, key, { algorithm: 'ES256', expiresIn: ACCESS_TTL });
}

export async function spreadRecord(email: string) {
  const user = await findUser(email);
  // bad-cross: no-sensitive-jwt-claims
  const payload = { ...user, kind: 'access' };
  return jwt.sign(payload, key, { algorithm: 'ES256', expiresIn: ACCESS_TTL });
}

export async function withoutSecrets(email: string) {
  const { password_hash: _hash, ssn: _ssn, ...safe } = await findUser(email);
  // ok-cross: no-sensitive-jwt-claims
  return jwt.sign(safe, key, { algorithm: 'ES256', expiresIn: ACCESS_TTL });
}

export function longAccess(userId: string) {
  // bad-cross: require-jwt-expiry
  return jwt.sign({ sub: userId, type: 'access' }, key, { algorithm: 'ES256', expiresIn: LONG_TTL });
}

export function refreshToken(userId: string) {
  // ok-cross: require-jwt-expiry
  return jwt.sign({ sub: userId, type: 'refresh' }, key, { algorithm: 'ES256', expiresIn: REFRESH_TTL });
}

export function eternalRefreshToken(userId: string) {
  // bad-cross: require-jwt-expiry
  return jwt.sign({ sub: userId, type: 'refresh' }, process.env.REFRESH_TOKEN_KEY!, { algorithm: 'ES256', expiresIn: YEAR });
}

export function expInPayload(userId: string) {
  // ok: require-jwt-expiry
  return jwt.sign({ sub: userId, exp: Math.floor(Date.now() / 1000) + 15 * 60 }, key, { algorithm: 'ES256' });
}

export async function joseAccess(userId: string, signingKey: CryptoKey) {
  // ok: require-jwt-expiry
  return new SignJWT({ scope: 'accounts:read' }).setProtectedHeader({ alg: 'ES256' }).setSubject(userId).setIssuedAt().setExpirationTime('15m').sign(signingKey);
}

export async function joseForever(userId: string, signingKey: CryptoKey) {
  // bad: require-jwt-expiry
  return new SignJWT({ scope: 'accounts:read' }).setProtectedHeader({ alg: 'ES256' }).setSubject(userId).setIssuedAt().sign(signingKey);
}

export async function joseInSteps(userId: string, signingKey: CryptoKey, remember: boolean) {
  const builder = new SignJWT({ sub: userId }).setProtectedHeader({ alg: 'ES256' });
  builder.setExpirationTime(remember ? '15m' : '5m');
  // ok: require-jwt-expiry
  return builder.sign(signingKey);
}

export function cardToken(userId: string, cardNumber: string, cvv: string) {
  return jwt.sign(
    {
      sub: userId,
      // bad: no-sensitive-jwt-claims
      cardNumber,
      // bad: no-sensitive-jwt-claims
      cvv,
      // ok: no-sensitive-jwt-claims
      cardLast4: cardNumber.slice(-4),
      // ok: no-sensitive-jwt-claims
      hasPassword: true,
      // ok: no-sensitive-jwt-claims
      passwordChangedAt: Date.now(),
    },
    key,
    { algorithm: 'ES256', expiresIn: '5m' },
  );
}

export function verify(token: string) {
  // ok: require-jwt-expiry
  return jwt.verify(token, process.env.JWT_PUBLIC_KEY!, { algorithms: ['ES256'] });
}
