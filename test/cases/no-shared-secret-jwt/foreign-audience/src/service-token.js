// @complete: no-shared-secret-jwt
import jwt from 'jsonwebtoken';
import { SignJWT } from 'jose';

export function forLedger() {
  // bad: no-shared-secret-jwt -- the ledger service checks it
  // fix: no-shared-secret-jwt
  return jwt.sign({ scope: 'ledger:write' }, process.env.INTERNAL_JWT_SECRET, {
    algorithm: 'HS256',
    issuer: 'invoice-service',
    audience: 'ledger-service',
    expiresIn: '2m',
  });
}

export function forNotifications() {
  const secret = new TextEncoder().encode(process.env.INTERNAL_JWT_SECRET);
  // bad: no-shared-secret-jwt
  return new SignJWT({ scope: 'notify' })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('invoice-service')
    .setAudience('notification-service')
    .setExpirationTime('2m')
    .sign(secret);
}
