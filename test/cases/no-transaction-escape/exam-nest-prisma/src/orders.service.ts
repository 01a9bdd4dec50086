// @complete: no-transaction-escape
import { Injectable } from '@nestjs/common';
import { Prisma } from '@prisma/client';
import { PrismaService } from './prisma.service';
import { StockService } from './stock.service';

@Injectable()
export class OrdersService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly stock: StockService,
  ) {}

  async place(userId: string, sku: string) {
    return this.prisma.$transaction(async (tx) => {
      const order = await tx.order.create({ data: { userId } });
      // bad: no-transaction-escape
      // fix: no-transaction-escape
      await this.prisma.orderLine.create({ data: { orderId: order.id, sku } });
      // bad-cross: no-transaction-escape -- take() of the injected service has a parameter for it
      await this.stock.take(sku, 1);
      return order;
    });
  }

  async placeSafely(userId: string, sku: string) {
    return this.prisma.$transaction(
      async (tx) => {
        const order = await tx.order.create({ data: { userId } });
        // ok: no-transaction-escape
        await this.addLine(tx, order.id, sku);
        // ok-cross: no-transaction-escape
        await this.stock.take(sku, 1, tx);
        // ok-cross: no-transaction-escape -- no data in it
        return { order, label: this.stock.label(sku) };
      },
      { isolationLevel: Prisma.TransactionIsolationLevel.Serializable },
    );
  }

  async annotate(id: string, sku: string) {
    await this.prisma.$transaction(async (tx) => {
      await tx.order.update({ where: { id }, data: { annotated: true } });
      // bad-cross: no-transaction-escape
      await this.stock.note(sku, 'annotated');
    });
  }

  async cancel(id: string) {
    await this.prisma.$transaction(async (tx) => {
      await tx.order.update({ where: { id }, data: { state: 'cancelled' } });
      // bad: no-transaction-escape -- a method of this class that writes with the outer client
      await this.removeLines(id);
    });
  }

  private async addLine(tx: Prisma.TransactionClient, orderId: string, sku: string) {
    await tx.orderLine.create({ data: { orderId, sku } });
  }

  private async removeLines(orderId: string) {
    await this.prisma.orderLine.deleteMany({ where: { orderId } });
  }

  async total(userId: string) {
    // ok: no-transaction-escape -- the array form takes promises of the client itself
    const [orders, lines] = await this.prisma.$transaction([
      this.prisma.order.count({ where: { userId } }),
      this.prisma.orderLine.count({ where: { order: { userId } } }),
    ]);
    return { orders, lines };
  }

  async keep(userId: string) {
    let later: Prisma.TransactionClient | undefined;
    // bad: no-transaction-escape -- the transaction's client is used after its end
    await this.prisma.$transaction(async (tx) => {
      await tx.order.create({ data: { userId } });
      later = tx;
    });
    await later!.order.findMany({ where: { userId }, take: 5 });
  }
}
