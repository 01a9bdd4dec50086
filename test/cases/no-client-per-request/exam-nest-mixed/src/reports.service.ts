// @complete: no-client-per-request
import { Injectable } from '@nestjs/common';
import { MongoClient } from 'mongodb';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { PrismaClient } from '@prisma/client';
import { PrismaService } from './prisma.service';
import { connectArchive } from './archive';

@Injectable()
export class ReportsService {
  // ok: no-client-per-request -- made with the one instance of the service
  private readonly pool = new Pool({ max: 5 });

  constructor(private readonly prisma: PrismaService) {}

  async monthly() {
    // bad: no-client-per-request
    const prisma = new PrismaClient();
    try {
      return await prisma.report.count();
    } finally {
      await prisma.$disconnect();
    }
  }

  async yearly() {
    // bad-cross: no-client-per-request -- a subclass of the client
    const prisma = new PrismaService();
    return prisma.report.count();
  }

  async archived() {
    // bad: no-client-per-request
    const source = new DataSource({ type: 'postgres', url: process.env.ARCHIVE_URL });
    await source.initialize();
    return source.query('SELECT count(*) FROM reports');
  }

  async documents() {
    // bad: no-client-per-request
    const client = await MongoClient.connect(process.env.MONGO_URL!);
    return client.db().collection('reports').countDocuments();
  }

  async old() {
    const pool = connectArchive();
    return pool.query('SELECT 1');
  }

  async total() {
    return (await this.pool.query('SELECT count(*) FROM reports')).rows[0];
  }
}
