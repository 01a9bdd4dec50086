// @complete: require-job-retry-policy
import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import { Queue } from 'bullmq';

@Injectable()
export class Invoices {
  constructor(
    @InjectQueue('invoices') private readonly invoices: Queue,
    @InjectQueue('audit') private readonly audit: Queue,
  ) {}

  async issue(id: string) {
    // ok-cross: require-job-retry-policy
    await this.invoices.add('issue', { id });
    // bad-cross: require-job-retry-policy
    // fix: require-job-retry-policy
    await this.audit.add('issued', { id });
  }
}
