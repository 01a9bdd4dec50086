// @complete: require-idempotency
import { json } from '@sveltejs/kit';
import { donate } from '$lib/server/db';
import type { RequestHandler } from './$types';

// bad-cross: require-idempotency
export const POST: RequestHandler = async ({ request }) => {
  const { donor, cents } = await request.json();
  const { lastInsertRowid } = donate(donor, cents);
  return json({ id: Number(lastInsertRowid) }, { status: 201 });
};

// ok: require-idempotency
export const GET: RequestHandler = async () => json({ open: true });
