import { Injectable } from '@nestjs/common';
import { Repository } from 'typeorm';
import { Delivery } from './delivery.entity';

@Injectable()
export class DeliveriesService {
  constructor(private readonly deliveries: Repository<Delivery>) {}

  async arrived(id: string): Promise<void> {
    await this.deliveries.update({ id }, { status: 'arrived' });
  }
}
