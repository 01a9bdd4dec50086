// @complete: no-transaction-escape
import { Injectable } from '@nestjs/common';
import { Prisma } from '@prisma/client';
import { PrismaService } from './prisma.service';

@Injectable()
export class StockService {
  constructor(private readonly prisma: PrismaService) {}

  async take(sku: string, quantity: number, tx: Prisma.TransactionClient = this.prisma) {
    await tx.stock.update({ where: { sku }, data: { quantity: { decrement: quantity } } });
  }

  async note(sku: string, text: string, client?: Prisma.TransactionClient) {
    const db = client ?? this.prisma;
    await db.note.create({ data: { sku, text } });
  }

  label(sku: string) {
    return sku.toUpperCase();
  }
}
