import { Processor, WorkerHost } from '@nestjs/bullmq';
import { PrismaClient } from '@prisma/client';
import { Job } from 'bullmq';

@Processor('orders')
export class OrdersProcessor extends WorkerHost {
  constructor(private readonly prisma: PrismaClient) {
    super();
  }

  // bad: require-idempotent-job
  async process(job: Job<{ id: string }>) {
    await this.prisma.shipment.create({ data: { order: job.data.id } });
  }
}
