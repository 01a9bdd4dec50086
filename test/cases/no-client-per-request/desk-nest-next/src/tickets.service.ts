// @complete: no-client-per-request
import { Injectable, OnModuleInit } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';
import { DataSource } from 'typeorm';

@Injectable()
export class PrismaService extends PrismaClient implements OnModuleInit {
  async onModuleInit() {
    await this.$connect();
  }
}

@Injectable()
export class TicketsService {
  // ok: no-client-per-request
  private readonly shared = new PrismaClient();

  list() {
    return this.shared.ticket.findMany({ take: 10 });
  }

  async count() {
    // bad-cross: no-client-per-request
    const source = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL });
    await source.initialize();
    return source.query('SELECT count(*) FROM tickets');
  }
}

export const sourceProvider = {
  provide: 'SOURCE',
  useFactory: async () => {
    // ok: no-client-per-request
    const source = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL });
    return source.initialize();
  },
};
