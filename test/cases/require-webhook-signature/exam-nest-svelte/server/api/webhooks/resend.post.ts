// @complete: require-webhook-signature
import { defineEventHandler, getHeader, readRawBody, createError } from 'h3';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Payment } from '../../../src/event.model';

// ok: require-webhook-signature
export default defineEventHandler(async (event) => {
  const raw = (await readRawBody(event)) ?? '';
  const expected = createHmac('sha256', process.env.RESEND_SECRET!).update(raw).digest();
  const given = Buffer.from(getHeader(event, 'svix-signature') ?? '', 'base64');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw createError({ statusCode: 401 });
  const payload = JSON.parse(raw);
  await Payment.create({ reference: payload.id });
  return { ok: true };
});
