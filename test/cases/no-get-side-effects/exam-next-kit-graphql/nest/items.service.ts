import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/core';
import Stripe from 'stripe';
import { Item } from './item.entity';

const stripe = new Stripe(process.env.STRIPE_KEY!);

@Injectable()
export class ItemsService {
  constructor(private readonly em: EntityManager) {}

  find(id: string) {
    return this.em.findOneOrFail(Item, { id });
  }

  async publish(id: string) {
    await this.em.nativeUpdate(Item, { id }, { published: true });
  }

  async charge(customer: string) {
    await stripe.paymentIntents.create({ amount: 500, currency: 'eur', customer });
  }
}
