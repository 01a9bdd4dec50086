// @complete: no-swallowed-errors
import { Injectable, Logger, NotFoundException } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';
import { WebSocket } from 'ws';

@Injectable()
export class LedgerService {
  private readonly logger = new Logger(LedgerService.name);
  private readonly prisma = new PrismaClient();

  async post(entry: { account: string; amount: number }): Promise<void> {
    const row = await this.prisma.entry.create({ data: entry });
    // bad: no-swallowed-errors
    // fix: no-swallowed-errors
    await this.notify(row.id).catch(() => undefined);
    // bad: no-swallowed-errors
    // fix: no-swallowed-errors
    try {
      await this.prisma.balance.update({ where: { account: entry.account }, data: { amount: { increment: entry.amount } } });
    } catch {
      return;
    }
  }

  async archive(id: string): Promise<void> {
    // ok: no-swallowed-errors
    try {
      await this.prisma.entry.update({ where: { id }, data: { archived: true } });
    } catch (error) {
      this.logger.error(`archive of ${id} failed`, error);
      throw error;
    }
  }

  async one(id: string) {
    // ok: no-swallowed-errors -- decided on right after
    const entry = await this.prisma.entry.findUniqueOrThrow({ where: { id } }).catch(() => null);
    if (!entry) throw new NotFoundException();
    return entry;
  }

  async remove(id: string): Promise<void> {
    // ok: no-swallowed-errors -- one failure is expected, the others go on
    try {
      await this.prisma.entry.delete({ where: { id } });
    } catch (error) {
      if ((error as { code?: string }).code !== 'P2025') throw error;
    }
  }

  private async notify(id: string): Promise<void> {
    const socket = new WebSocket(process.env.FEED_URL!);
    // bad: no-swallowed-errors
    // fix: no-swallowed-errors
    socket.on('error', () => {});
    socket.once('open', () => socket.send(id));
    await this.body(new Request('http://localhost'));
  }

  private async body(request: Request): Promise<unknown> {
    // ok: no-swallowed-errors -- a body that may not be JSON
    return request.json().catch(() => null);
  }
}
