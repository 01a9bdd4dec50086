// @complete: no-hardcoded-secrets
import { timingSafeEqual } from 'node:crypto';

// ok: no-hardcoded-secrets -- placeholders
export const exampleEnv = {
  JWT_SECRET: 'changeme',
  STRIPE_SECRET_KEY: 'sk_test_xxxxxxxxxxxxxxxxxxxxxxxx',
  DATABASE_URL: 'postgres://user:password@localhost:5432/app',
  GITHUB_TOKEN: '<token>',
  SMTP_PASSWORD: 'your-smtp-password',
  API_KEY: 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx',
  SESSION_SECRET: '${SESSION_SECRET}',
};

// ok: no-hardcoded-secrets -- an allow-list that rejects them
const WEAK_SECRETS = new Set(['secret', 'changeme', 'password', 'your-secret-key']);

export function assertStrong(secret: string): void {
  // ok: no-hardcoded-secrets
  if (WEAK_SECRETS.has(secret) || secret === 'your_jwt_secret') throw new Error('Choose a real JWT secret');
}

// ok: no-hardcoded-secrets -- digests are no keys
export const PASSWORD_SHA256_OF_EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
// ok: no-hardcoded-secrets -- a dummy hash for users that don't exist, against timing
export const DUMMY_PASSWORD_HASH = '$2b$12$Nh0rGkPq7s3VtYx1LmZ8eOQvWcXb5aRjT4uFhK9dE2iSgB6nM0pCy';
// ok: no-hardcoded-secrets
export const masked = { password: '********', token: '[REDACTED]', apiKey: '***' };
// ok: no-hardcoded-secrets -- a public key
export const PARTNER_PUBLIC_KEY = `-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEQrHb7/8LUbsmn2M1OxzKcyOYfqYA
DQiY0uxYJQNI03Anv8r0TCU2l1h3r0ifG4AXU/5q+r15lf8+0mY3AGIsKw==
-----END PUBLIC KEY-----`;
// ok: no-hardcoded-secrets -- an SSH public key
export const deployKey = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFq2Zr0sYk3mVbX9hQeJ7tPdLwN4cUuR1oGiTfKyEaHs deploy@acme';
// ok: no-hardcoded-secrets -- widget keys go to browsers
export const recaptchaSiteKey = '6LfYx9kqAAAAAKd3mQ0ZtW8vRjHbN2cLpXyE5sUo';
// ok: no-hardcoded-secrets
export const sameToken = (a: Buffer, b: Buffer) => a.length === b.length && timingSafeEqual(a, b);
