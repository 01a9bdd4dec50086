// @complete: require-idempotency
import { error, json } from '@sveltejs/kit';
import { donateOnce } from '$lib/server/db';
import type { RequestHandler } from './$types';

// ok: require-idempotency -- the key of the request, unique in the table
export const POST: RequestHandler = async ({ request, locals }) => {
  const key = request.headers.get('idempotency-key');
  if (!key) error(400, 'Idempotency-Key is required');
  const { donor, cents } = await request.json();
  donateOnce(`${locals.userId}:${key}`, donor, cents);
  return json({ ok: true });
};
