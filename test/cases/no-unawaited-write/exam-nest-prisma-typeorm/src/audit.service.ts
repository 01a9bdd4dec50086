import { Injectable } from '@nestjs/common';
import { PrismaService } from './prisma.service';

@Injectable()
export class AuditService {
  constructor(private readonly prisma: PrismaService) {}

  async record(what: string) {
    await this.prisma.audit.create({ data: { what } });
  }

  format(what: string) {
    return what.trim();
  }
}
