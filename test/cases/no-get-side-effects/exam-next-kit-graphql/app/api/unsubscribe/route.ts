// @complete: no-get-side-effects
import { eq } from 'drizzle-orm';
import { db } from '../../../lib/db';
import { subscriptions } from '../../../lib/schema';

export async function GET(request: Request) {
  const email = new URL(request.url).searchParams.get('email')!;
  // Should be reported, and is not: links of mails are left alone. A mail scanner's prefetch unsubscribes people
  await db.update(subscriptions).set({ active: 0 }).where(eq(subscriptions.email, email));
  return new Response('You are unsubscribed');
}

export async function POST(request: Request) {
  const { email } = await request.json();
  // ok: no-get-side-effects
  await db.update(subscriptions).set({ active: 0 }).where(eq(subscriptions.email, email));
  return new Response(null, { status: 204 });
}
