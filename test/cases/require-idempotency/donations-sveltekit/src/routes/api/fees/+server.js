// @complete: require-idempotency
import { json } from '@sveltejs/kit';

// ok: require-idempotency -- computes
export async function POST({ request }) {
  const { cents } = await request.json();
  return json({ fee: Math.round(cents * 0.014) + 25 });
}
