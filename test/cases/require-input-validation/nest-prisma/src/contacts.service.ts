import { Injectable } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';

@Injectable()
export class ContactsService {
  private readonly prisma = new PrismaClient();

  create(name: string, email: string | null) {
    return this.prisma.contact.create({ data: { name, email } });
  }
}
