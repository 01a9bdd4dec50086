// @complete: require-webhook-signature
import crypto from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

export function requireSignature(req: Request, res: Response, next: NextFunction): void {
  // ok: require-webhook-signature
  const expected = crypto.createHmac('sha256', process.env.COURIER_SECRET!).update(req.body).digest();
  const given = Buffer.from(String(req.headers['x-courier-signature']), 'hex');
  if (given.length !== expected.length || !crypto.timingSafeEqual(given, expected)) {
    res.sendStatus(401);
    return;
  }
  next();
}

export function isFromLedger(body: unknown, signature: string): boolean {
  // bad: require-webhook-signature
  const expected = crypto.createHmac('sha256', process.env.LEDGER_SECRET!).update(JSON.stringify(body)).digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === expected.length && crypto.timingSafeEqual(given, expected);
}

export function signOutgoing(payload: object): Record<string, string> {
  // ok: require-webhook-signature
  const digest = crypto.createHmac('sha256', process.env.OUR_SECRET!).update(JSON.stringify(payload)).digest('hex');
  return { 'x-our-signature': digest };
}
