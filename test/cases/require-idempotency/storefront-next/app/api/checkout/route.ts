// @complete: require-idempotency
import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY!);

// ok: require-idempotency -- the cart's id is the key of the payment
export async function POST(request: Request) {
  const { cart, cents } = await request.json();
  const intent = await stripe.paymentIntents.create({ amount: cents, currency: 'eur' }, { idempotencyKey: `cart-${cart}` });
  return Response.json({ secret: intent.client_secret });
}

// bad: require-idempotency -- refunds by DELETE, with no key
export async function DELETE(request: Request) {
  const { payment, cents } = await request.json();
  await stripe.refunds.create({ payment_intent: payment, amount: cents });
  return new Response(null, { status: 204 });
}
