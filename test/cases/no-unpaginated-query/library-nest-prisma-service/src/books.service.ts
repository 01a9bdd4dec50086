// @complete: no-unpaginated-query
import { Injectable } from '@nestjs/common';
import type { Prisma } from '@prisma/client';
import type { PageDto } from './page.dto';
import { PrismaService } from './prisma.service';

@Injectable()
export class BooksService {
  constructor(private readonly prisma: PrismaService) {}

  all() {
    // bad-cross: no-unpaginated-query
    // fix: no-unpaginated-query
    return this.prisma.book.findMany({ orderBy: { title: 'asc' } });
  }

  async grouped() {
    // bad-cross: no-unpaginated-query -- every row is loaded to be folded in memory
    const books = await this.prisma.book.findMany({ select: { genre: true, pages: true } });
    return Object.groupBy(books, (book) => book.genre);
  }

  async page({ page, limit }: PageDto) {
    const where: Prisma.BookWhereInput = { withdrawn: false };
    // ok-cross: no-unpaginated-query
    const [rows, total] = await this.prisma.$transaction([
      this.prisma.book.findMany({ where, skip: (page - 1) * limit, take: limit }),
      this.prisma.book.count({ where }),
    ]);
    return { rows, total };
  }

  async *batches() {
    let cursor: string | undefined;
    for (;;) {
      // ok-cross: no-unpaginated-query -- batch by batch
      const rows = await this.prisma.book.findMany({ take: 500, orderBy: { id: 'asc' }, ...(cursor ? { cursor: { id: cursor }, skip: 1 } : {}) });
      if (rows.length === 0) return;
      yield rows;
      cursor = rows.at(-1)?.id;
    }
  }

  copies(bookId: string) {
    // ok-cross: no-unpaginated-query -- a parent's id
    return this.prisma.copy.findMany({ where: { bookId } });
  }

  async withCopies(id: string) {
    // ok-cross: no-unpaginated-query
    return this.prisma.book.findUniqueOrThrow({ where: { id }, include: { copies: { take: 20 } } });
  }

  async inTransaction() {
    return this.prisma.$transaction(async (tx) => {
      // bad-cross: no-unpaginated-query -- the transaction's client
      const overdue = await tx.loan.findMany({ where: { state: 'overdue' } });
      return overdue.length;
    });
  }
}
