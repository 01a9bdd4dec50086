import { Controller, Get } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';
import { listOrders } from './services/orders.js';

@Controller('orders')
export class OrdersController {
  constructor(private readonly prisma: PrismaClient) {}

  @Get()
  list() {
    // bad: layer-boundaries
    return this.prisma.order.findMany({ take: 5 });
  }

  @Get('page')
  page() {
    // ok: layer-boundaries
    return listOrders(1);
  }
}
