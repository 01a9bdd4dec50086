// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
import { Injectable, NotFoundException } from '@nestjs/common';
import { PrismaService } from '../prisma/prisma.service';
import { PaymentsClient } from './payments.client';

export interface OrderLineInput {
  productId: string;
  quantity: number;
}

@Injectable()
export class OrdersService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly payments: PaymentsClient,
  ) {}

  place(userId: string, lines: OrderLineInput[]) {
    return this.prisma.order.create({
      data: { userId, lines: { create: lines.map(({ productId, quantity }) => ({ productId, quantity })) } },
      include: { lines: true },
    });
  }

  history(userId: string, cursor?: string) {
    // ok: no-unpaginated-query
    return this.prisma.order.findMany({
      where: { userId },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: 20,
      ...(cursor ? { cursor: { id: cursor }, skip: 1 } : {}),
    });
  }

  async refund(userId: string, orderId: string, paymentIntent: string, cents: number) {
    const order = await this.prisma.order.findFirst({ where: { id: orderId, userId }, select: { id: true } });
    if (!order) throw new NotFoundException('No such order');
    const refund = await this.payments.refund(order.id, paymentIntent, cents);
    return this.prisma.refund.upsert({ where: { id: refund.id }, create: { id: refund.id, orderId, cents }, update: {} });
  }

  async cancel(userId: string, orderId: string) {
    const { count } = await this.prisma.order.updateMany({ where: { id: orderId, userId, status: 'open' }, data: { status: 'cancelled' } });
    if (count === 0) throw new NotFoundException('No open order with this id');
  }
}
