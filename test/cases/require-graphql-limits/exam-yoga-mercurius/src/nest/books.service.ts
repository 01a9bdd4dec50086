import { Injectable } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';
import { authorLoader } from '../schema/loaders';

@Injectable()
export class BooksService {
  private readonly prisma = new PrismaClient();
  all() {
    return this.prisma.book.findMany();
  }
  page(take: number) {
    return this.prisma.book.findMany({ take });
  }
  author(id: string) {
    return this.prisma.author.findUnique({ where: { id } });
  }
  loadAuthor(id: string) {
    return authorLoader.load(id);
  }
}
