// @complete: no-timing-unsafe-compare
import { createHash, timingSafeEqual } from 'node:crypto';

export function safeEqual(a: string, b: string): boolean {
  // ok: no-timing-unsafe-compare
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    // bad: no-timing-unsafe-compare
    if (a[i] !== b[i]) return false;
  }
  return true;
}

// bad: no-timing-unsafe-compare
export const secureCompare = (a: string, b: string): boolean => a === b;

export function constantTimeEqual(a: string, b: string): boolean {
  // ok: no-timing-unsafe-compare
  if (a.length !== b.length) return false;
  let difference = 0;
  // ok: no-timing-unsafe-compare
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  // ok: no-timing-unsafe-compare
  return difference === 0;
}

// ok: no-timing-unsafe-compare
export function timingSafeCompare(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
