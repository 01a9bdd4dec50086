import { MiddlewareConsumer, Module, NestModule } from '@nestjs/common';
import { DeliveriesController } from './deliveries.controller';
import { IdempotencyMiddleware } from './idempotency.middleware';
import { OrdersController } from './orders.controller';

@Module({ controllers: [OrdersController, DeliveriesController] })
export class KitchenModule implements NestModule {
  configure(consumer: MiddlewareConsumer) {
    consumer.apply(IdempotencyMiddleware).forRoutes(OrdersController);
  }
}
