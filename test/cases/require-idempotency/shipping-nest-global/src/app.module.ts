import { CacheModule } from '@nestjs/cache-manager';
import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { IdempotencyKeyInterceptor } from './idempotency-key.interceptor';
import { ParcelsController } from './parcels.controller';

@Module({
  imports: [CacheModule.register()],
  controllers: [ParcelsController],
  providers: [{ provide: APP_INTERCEPTOR, useClass: IdempotencyKeyInterceptor }],
})
export class AppModule {}
