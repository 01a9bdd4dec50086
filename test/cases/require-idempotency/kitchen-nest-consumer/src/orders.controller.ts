// @complete: require-idempotency -- the module puts the middleware before this controller
import { Body, Controller, Post } from '@nestjs/common';
import { InjectModel } from '@nestjs/sequelize';
import { Order } from './order.model';

@Controller('orders')
export class OrdersController {
  constructor(@InjectModel(Order) private readonly orders: typeof Order) {}

  // ok-cross: require-idempotency
  @Post()
  create(@Body('dish') dish: string) {
    return this.orders.create({ dish, state: 'new' });
  }
}
