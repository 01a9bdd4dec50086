// @complete: require-webhook-signature
import { defineEventHandler, readBody } from 'h3';
import { Payment } from '../../../src/event.model';

// bad: require-webhook-signature
export default defineEventHandler(async (event) => {
  const body = await readBody(event);
  await Payment.updateOne({ reference: body.data.id }, { $set: { status: body.type } });
  return { ok: true };
});
