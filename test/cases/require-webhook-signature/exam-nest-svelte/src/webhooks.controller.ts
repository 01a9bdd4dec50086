// @complete: require-webhook-signature
import { Body, Controller, Headers, HttpCode, Post, RawBodyRequest, Req, UseGuards } from '@nestjs/common';
import type { Request } from 'express';
import Stripe from 'stripe';
import { PaddleGuard } from './signature.guard';
import { PaymentsService } from './payments.service';

@Controller('webhooks')
export class WebhooksController {
  private readonly stripe = new Stripe(process.env.STRIPE_KEY!);

  constructor(private readonly payments: PaymentsService) {}

  // bad-cross: require-webhook-signature
  @Post('flutterwave')
  @HttpCode(200)
  async flutterwave(@Body() event: { data: { tx_ref: string } }) {
    await this.payments.markPaid(event.data.tx_ref);
  }

  // ok-cross: require-webhook-signature
  @Post('paddle')
  @UseGuards(PaddleGuard)
  async paddle(@Body() event: { data: { id: string } }) {
    await this.payments.markPaid(event.data.id);
  }

  // ok: require-webhook-signature
  @Post('stripe')
  async stripeEvent(@Req() request: RawBodyRequest<Request>, @Headers('stripe-signature') signature: string) {
    const event = this.stripe.webhooks.constructEvent(request.rawBody!, signature, process.env.STRIPE_HOOK!);
    await this.payments.markPaid(event.id);
  }

  @Post('stripe-parsed')
  async stripeParsed(@Req() request: Request, @Headers('stripe-signature') signature: string) {
    // bad: require-webhook-signature
    const event = this.stripe.webhooks.constructEvent(JSON.stringify(request.body), signature, process.env.STRIPE_HOOK!);
    await this.payments.markPaid(event.id);
  }
}
