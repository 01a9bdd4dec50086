// @complete: require-webhook-signature
import { Body, Controller, Get, Post, UseGuards } from '@nestjs/common';
import { DeliveriesService } from './deliveries.service';
import { CourierGuard } from './signature.guard';

@Controller('webhooks')
export class WebhooksController {
  constructor(private readonly deliveries: DeliveriesService) {}

  // bad-cross: require-webhook-signature
  @Post('depot')
  async depot(@Body() event: { type: string; id: string }): Promise<void> {
    if (event.type === 'arrived') await this.deliveries.arrived(event.id);
  }

  // ok-cross: require-webhook-signature
  @UseGuards(CourierGuard)
  @Post('courier')
  async courier(@Body() event: { type: string; id: string }): Promise<void> {
    if (event.type === 'arrived') await this.deliveries.arrived(event.id);
  }

  // ok: require-webhook-signature
  @Get('ping')
  ping(): string {
    return 'pong';
  }
}
