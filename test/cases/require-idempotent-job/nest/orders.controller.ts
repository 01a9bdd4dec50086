// @complete: require-idempotent-job
import { InjectQueue } from '@nestjs/bullmq';
import { Body, Controller, Post } from '@nestjs/common';
import { Queue } from 'bullmq';

@Controller('orders')
export class OrdersController {
  constructor(@InjectQueue('orders') private readonly orders: Queue) {}

  @Post()
  async create(@Body() body: { id: string }) {
    // bad: require-idempotent-job
    await this.orders.add('ship', { id: body.id });
    // ok: require-idempotent-job
    await this.orders.add('ship', { id: body.id }, { jobId: body.id });
  }
}
