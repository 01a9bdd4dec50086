import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY ?? '');

export async function chargeOnce(customer: string, amount: number, key: string) {
  return stripe.paymentIntents.create({ customer, amount, currency: 'eur' }, { idempotencyKey: key });
}

export async function chargeAgain(customer: string, amount: number) {
  return stripe.paymentIntents.create({ customer, amount, currency: 'eur' });
}
