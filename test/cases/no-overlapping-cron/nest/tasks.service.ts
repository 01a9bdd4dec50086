// @complete: no-overlapping-cron
import { Injectable } from '@nestjs/common';
import { Cron, CronExpression, Interval } from '@nestjs/schedule';
import { PrismaClient } from '@prisma/client';

@Injectable()
export class TasksService {
  private counts = new Map<string, number>();
  constructor(private readonly prisma: PrismaClient) {}

  // bad: no-overlapping-cron
  @Cron(CronExpression.EVERY_HOUR)
  async accrue() {
    await this.prisma.account.updateMany({ data: { balance: { increment: 1 } } });
  }

  // ok: no-overlapping-cron
  @Interval(60_000)
  reset() {
    this.counts.clear();
  }

  // ok: no-overlapping-cron
  @Cron('0 0 * * *')
  async close() {
    const [{ locked }] = await this.prisma.$queryRaw<{ locked: boolean }[]>`SELECT pg_try_advisory_lock(42) AS locked`;
    if (!locked) return;
    await this.prisma.statement.create({ data: { day: new Date() } });
  }
}
