// @complete: no-unpaginated-query
import { Controller, Get, Param, Query } from '@nestjs/common';
import { BooksService } from './books.service';
import { PageDto } from './page.dto';
import { PrismaService } from './prisma.service';

@Controller('books')
export class BooksController {
  constructor(
    private readonly books: BooksService,
    private readonly prisma: PrismaService,
  ) {}

  @Get()
  all() {
    // ok: no-unpaginated-query -- the cause stands in the service
    return this.books.all();
  }

  @Get('page')
  page(@Query() dto: PageDto) {
    return this.books.page(dto);
  }

  @Get('genres/:genre')
  async genre(@Param('genre') genre: string) {
    // bad-cross: no-unpaginated-query
    // fix: no-unpaginated-query
    return this.prisma.book.findMany({ where: { genre }, select: { id: true, title: true } });
  }
}
