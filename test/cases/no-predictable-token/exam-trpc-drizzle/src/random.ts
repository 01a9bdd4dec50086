// @complete: no-predictable-token
import { randomBytes, randomInt } from 'node:crypto';

const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Picks characters for anything: colours, slugs, and, sadly, passwords. */
export function randomString(length: number): string {
  let out = '';
  for (let i = 0; i < length; i++) out += ALPHABET[Math.floor(Math.random() * ALPHABET.length)];
  return out;
}

export function secureString(length: number): string {
  return randomBytes(length).toString('base64url');
}

export function generateOtp(): string {
  // bad: no-predictable-token
  // fix: no-predictable-token
  return Math.floor(100000 + Math.random() * 900000).toString();
}

export function generateSecureOtp(): string {
  // ok: no-predictable-token
  return randomInt(100000, 1000000).toString();
}

export function generatePassword(): string {
  let password = '';
  for (let i = 0; i < 12; i++) {
    // bad: no-predictable-token
    password += ALPHABET.charAt(Math.floor(Math.random() * ALPHABET.length));
  }
  return password;
}

export function jitter(ms: number): number {
  // ok: no-predictable-token
  return ms + Math.random() * 100;
}

export function correlationId(): string {
  // ok: no-predictable-token -- no secret
  return `req-${Date.now()}-${Math.random().toString(36).slice(2, 8)}`;
}
