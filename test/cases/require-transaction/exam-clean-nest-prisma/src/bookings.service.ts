// @complete: require-transaction, no-transaction-escape, no-slow-work-in-transaction, no-query-in-loop, no-check-then-act, no-unbounded-write, no-unawaited-write, no-unpaginated-query
import { ConflictException, Injectable, Logger, NotFoundException } from '@nestjs/common';
import { InjectQueue } from '@nestjs/bullmq';
import { Transactional } from '@nestjs-cls/transactional';
import { Prisma } from '@prisma/client';
import { Queue } from 'bullmq';
import { BookingsRepository } from './bookings.repository';
import { PrismaService } from './prisma.service';

@Injectable()
export class BookingsService {
  private readonly logger = new Logger(BookingsService.name);

  constructor(
    private readonly prisma: PrismaService,
    private readonly bookings: BookingsRepository,
    @InjectQueue('mails') private readonly mails: Queue,
  ) {}

  async book(guestId: string, roomId: string, days: Date[]) {
    const room = await this.prisma.room.findUnique({ where: { id: roomId }, select: { id: true, rate: true } });
    if (!room) throw new NotFoundException();
    const booking = await this.prisma.$transaction(async (tx) => {
      const taken = await tx.night.count({ where: { roomId, day: { in: days } } });
      if (taken > 0) throw new ConflictException();
      const made = await this.bookings.create({ roomId, guestId, days }, tx);
      await tx.room.update({ where: { id: roomId }, data: { bookings: { increment: 1 } } });
      await tx.outbox.create({ data: { topic: 'booked', body: { id: made.id } } });
      return made;
    });
    await this.mails.add('booked', { id: booking.id });
    this.logger.log(`booked ${booking.id}`);
    return booking;
  }

  async cancel(id: string) {
    await this.prisma.$transaction((tx) => this.bookings.cancel(id, tx));
    await this.mails.add('cancelled', { id });
  }

  // ok: require-transaction -- the decorator opens one
  @Transactional()
  async move(id: string, roomId: string) {
    await this.prisma.night.updateMany({ where: { bookingId: id }, data: { roomId } });
    await this.prisma.booking.update({ where: { id }, data: { roomId } });
  }

  async register(email: string) {
    try {
      return await this.prisma.guest.create({ data: { email }, select: { id: true } });
    } catch (error) {
      if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') throw new ConflictException();
      throw error;
    }
  }

  async upgrade(guestId: string, points: number) {
    const { count } = await this.prisma.guest.updateMany({
      where: { id: guestId, points: { gte: points } },
      data: { points: { decrement: points } },
    });
    if (count === 0) throw new ConflictException('not enough points');
  }

  async labels(ids: string[]) {
    const rows = await this.prisma.guest.findMany({ where: { id: { in: ids } }, select: { id: true, email: true } });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id)?.email ?? 'unknown');
  }

  async dashboard(guestId: string) {
    const [bookings, guest] = await Promise.all([
      this.prisma.booking.count({ where: { guestId } }),
      this.prisma.guest.findUnique({ where: { id: guestId }, select: { points: true } }),
    ]);
    return { bookings, points: guest?.points ?? 0 };
  }

  async expire(now: Date) {
    for (;;) {
      const stale = await this.prisma.booking.findMany({ where: { state: 'new', expiresAt: { lt: now } }, take: 500, select: { id: true } });
      if (stale.length === 0) return;
      await this.prisma.booking.updateMany({ where: { id: { in: stale.map(({ id }) => id) } }, data: { state: 'expired' } });
    }
  }

  async rename(id: string, name: string) {
    const guest = await this.prisma.guest.findUnique({ where: { id }, select: { id: true } });
    if (!guest) throw new NotFoundException();
    return this.prisma.guest.update({ where: { id }, data: { name }, select: { id: true, name: true } });
  }
}
