import { Injectable } from '@nestjs/common';
import { PrismaService } from './prisma.service';

@Injectable()
export class InvoicesService {
  constructor(private readonly prisma: PrismaService) {}

  create(customerId: string, cents: number) {
    return this.prisma.invoice.create({ data: { customerId, cents } });
  }

  preview(cents: number) {
    return { cents, vat: Math.round(cents * 0.25) };
  }

  rename(id: string, title: string) {
    return this.prisma.invoice.update({ where: { id }, data: { title } });
  }

  import(number: string, cents: number) {
    return this.prisma.invoice.upsert({ where: { number }, create: { number, cents }, update: { cents } });
  }
}
