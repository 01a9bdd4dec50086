// @complete: no-error-details-in-response
import Stripe from 'stripe';
import { NextResponse } from 'next/server';

const stripe = new Stripe(process.env.STRIPE_SECRET_KEY!);

export async function POST(req: Request) {
  const raw = await req.text();
  let event: Stripe.Event;
  try {
    event = stripe.webhooks.constructEvent(raw, req.headers.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  } catch (err) {
    console.error('bad signature', err);
    // ok: no-error-details-in-response
    return NextResponse.json({ error: 'invalid signature' }, { status: 400 });
  }
  return NextResponse.json({ received: event.id });
}
