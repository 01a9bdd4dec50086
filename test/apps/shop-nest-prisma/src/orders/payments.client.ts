// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
import { Injectable } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import Stripe from 'stripe';

@Injectable()
export class PaymentsClient {
  private readonly stripe: Stripe;

  constructor(config: ConfigService) {
    // ok: no-hardcoded-secrets
    this.stripe = new Stripe(config.getOrThrow<string>('STRIPE_SECRET_KEY'), { timeout: 10_000, maxNetworkRetries: 2 });
  }

  async refund(orderId: string, paymentIntent: string, cents: number) {
    return this.stripe.refunds.create({ payment_intent: paymentIntent, amount: cents }, { idempotencyKey: `refund:${orderId}:${cents}` });
  }
}
