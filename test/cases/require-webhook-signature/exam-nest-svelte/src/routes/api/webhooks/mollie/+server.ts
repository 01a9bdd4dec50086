// @complete: require-webhook-signature
import type { RequestHandler } from './$types';
import { json } from '@sveltejs/kit';
import { Payment } from '../../../../event.model';

// bad: require-webhook-signature
export const POST: RequestHandler = async ({ request }) => {
  const event = await request.json();
  await Payment.create({ reference: event.id, status: event.status });
  return json({ ok: true });
};
