// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
import { Injectable, NotFoundException } from '@nestjs/common';
import { Prisma, type Product } from '@prisma/client';
import { PrismaService } from '../prisma/prisma.service';

@Injectable()
export class ProductsService {
  constructor(private readonly prisma: PrismaService) {}

  all() {
    // bad-cross: no-unpaginated-query -- the whole table, straight to the response
    // fix: no-unpaginated-query
    return this.prisma.product.findMany({ where: { active: true }, orderBy: { name: 'asc' } });
  }

  page(page: number, size: number) {
    // ok: no-unpaginated-query
    return this.prisma.product.findMany({ where: { active: true }, orderBy: { name: 'asc' }, skip: (page - 1) * size, take: size });
  }

  search(term: string) {
    // bad-cross: no-sql-concat
    // fix: no-sql-concat
    return this.prisma.$queryRawUnsafe<Product[]>(`SELECT id, name, cents FROM "Product" WHERE active AND name ILIKE '%${term}%' LIMIT 20`);
  }

  bestsellers(sort: string) {
    // bad-cross: no-sql-concat -- a column from the request
    return this.prisma.$queryRaw<Product[]>`
      SELECT p.id, p.name, SUM(l.quantity) AS sold FROM "Product" p JOIN "OrderLine" l ON l."productId" = p.id
      GROUP BY p.id, p.name ORDER BY ${Prisma.raw(sort)} LIMIT 10`;
  }

  similar(name: string) {
    // ok: no-sql-concat -- the tag binds
    return this.prisma.$queryRaw<Product[]>`SELECT id, name, cents FROM "Product" WHERE name ILIKE ${`${name}%`} LIMIT 5`;
  }

  byIds(ids: string[]) {
    // ok: no-unpaginated-query
    return this.prisma.product.findMany({ where: { id: { in: ids }, active: true }, select: { id: true, cents: true } });
  }

  async one(id: string) {
    const product = await this.prisma.product.findUnique({ where: { id } });
    if (!product) throw new NotFoundException('No such product');
    return product;
  }
}
