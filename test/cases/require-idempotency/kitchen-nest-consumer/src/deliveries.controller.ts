// @complete: require-idempotency -- no middleware here
import { Body, Controller, Delete, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { InjectModel } from '@nestjs/sequelize';
import { Order } from './order.model';

@Controller('deliveries')
export class DeliveriesController {
  constructor(@InjectModel(Order) private readonly orders: typeof Order) {}

  // bad: require-idempotency
  @Post()
  create(@Body('dish') dish: string) {
    return this.orders.create({ dish, state: 'delivery' });
  }

  // ok: require-idempotency -- sets a field
  @Patch(':id')
  async state(@Param('id') id: string, @Body('state') state: string) {
    await this.orders.update({ state }, { where: { id } });
  }

  // ok: require-idempotency
  @Delete(':id')
  async remove(@Param('id') id: string) {
    await this.orders.destroy({ where: { id } });
  }

  // ok: require-idempotency -- computes
  @Post('estimate')
  @HttpCode(200)
  estimate(@Body('km') km: number) {
    return { minutes: 10 + km * 4 };
  }
}
