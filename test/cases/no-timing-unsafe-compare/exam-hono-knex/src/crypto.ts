// @complete: no-timing-unsafe-compare
import { createHmac, timingSafeEqual } from 'node:crypto';

export function sign(body: string): string {
  return createHmac('sha256', process.env.WEBHOOK_SECRET!).update(body).digest('hex');
}

export function signRaw(body: string): Buffer {
  return createHmac('sha256', process.env.WEBHOOK_SECRET!).update(body).digest();
}

export function safeEqual(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    // bad: no-timing-unsafe-compare -- returns at the first difference
    if (a[i] !== b[i]) return false;
  }
  return true;
}

export function constantTimeEqual(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  // ok: no-timing-unsafe-compare
  return left.length === right.length && timingSafeEqual(left, right);
}

export function xorEqual(a: string, b: string): boolean {
  // ok: no-timing-unsafe-compare
  if (a.length !== b.length) return false;
  let diff = 0;
  for (let i = 0; i < a.length; i++) diff |= a.charCodeAt(i) ^ b.charCodeAt(i);
  // ok: no-timing-unsafe-compare -- every byte was looked at
  return diff === 0;
}
