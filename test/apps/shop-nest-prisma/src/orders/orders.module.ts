// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { IdempotencyInterceptor } from '../common/idempotency.interceptor';
import { OrdersController } from './orders.controller';
import { OrdersService } from './orders.service';
import { PaymentsClient } from './payments.client';

@Module({
  imports: [AuthModule],
  controllers: [OrdersController],
  providers: [OrdersService, PaymentsClient, IdempotencyInterceptor],
})
export class OrdersModule {}
