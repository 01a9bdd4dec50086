// @complete: require-webhook-signature
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

export function isSigned(raw: string, signature: string): boolean {
  const expected = createHmac('sha256', process.env.HOOK_SECRET!).update(raw).digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

export const requireSignature: MiddlewareHandler = async (c, next) => {
  const raw = await c.req.text();
  if (!isSigned(raw, c.req.header('x-hub-signature-256')?.slice(7) ?? '')) return c.body(null, 401);
  await next();
};
