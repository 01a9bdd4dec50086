// @complete: no-client-per-request
import { Global, Module } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { MongoClient } from 'mongodb';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { PrismaService } from './prisma.service';

@Global()
@Module({
  providers: [
    PrismaService,
    {
      provide: 'MONGO',
      inject: [ConfigService],
      useFactory: async (config: ConfigService) => {
        // ok: no-client-per-request -- a provider's factory runs once
        const client = new MongoClient(config.getOrThrow('MONGO_URL'));
        return client.connect();
      },
    },
    {
      provide: 'PG',
      // ok: no-client-per-request
      useFactory: () => new Pool({ max: 10 }),
    },
    {
      provide: DataSource,
      useFactory: async () => {
        // ok: no-client-per-request
        return new DataSource({ type: 'postgres', url: process.env.DATABASE_URL }).initialize();
      },
    },
  ],
  exports: ['MONGO', 'PG', PrismaService],
})
export class DatabaseModule {}
