// @complete: no-secret-fallback
import { registerAs } from '@nestjs/config';

export const auth = registerAs('auth', () => ({
  // bad: no-secret-fallback
  // fix: no-secret-fallback
  secret: process.env.JWT_SECRET || 'nest-factory-words',
  // ok: no-secret-fallback
  expiresIn: process.env.JWT_EXPIRES_IN || '15m',
  // ok: no-secret-fallback
  issuer: process.env.JWT_ISSUER ?? 'fb',
}));

let secret = process.env.COOKIE_SECRET;
if (!secret) {
  // bad: no-secret-fallback
  secret = 'generated-cookie-words';
}
export const cookieSecret = secret;

let strict = process.env.STRICT_SECRET;
if (!strict) {
  // ok: no-secret-fallback
  throw new Error('STRICT_SECRET is missing');
}
export const strictSecret = strict;

// bad: no-secret-fallback
process.env.NEXTAUTH_SECRET ??= 'nextauth-default-words';

const { env } = process;
// bad: no-secret-fallback
export const dbPassword = env.DB_PASSWORD || 'hunter2-local';

export function getSecret(name = 'JWT_SECRET') {
  // ok: no-secret-fallback
  return process.env[name];
}
