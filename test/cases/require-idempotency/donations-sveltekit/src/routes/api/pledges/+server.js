// @complete: require-idempotency
import { json } from '@sveltejs/kit';
import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY);

// bad: require-idempotency
export async function POST({ request }) {
  const { customer, price } = await request.json();
  const subscription = await stripe.subscriptions.create({ customer, items: [{ price }] });
  return json({ id: subscription.id }, { status: 201 });
}
