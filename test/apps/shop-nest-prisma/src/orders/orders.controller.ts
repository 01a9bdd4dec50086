// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
  Req,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { AuthGuard, type AuthenticatedRequest } from '../auth/auth.guard';
import { IdempotencyInterceptor } from '../common/idempotency.interceptor';
import { OrdersService } from './orders.service';

export class OrderLineDto {
  @IsUUID() productId: string;
  @IsInt() @Min(1) @Max(99) quantity: number;
}

export class PlaceOrderDto {
  @ValidateNested({ each: true }) @Type(() => OrderLineDto) @ArrayMinSize(1) @ArrayMaxSize(50) lines: OrderLineDto[];
}

export class RefundDto {
  @IsString() @MaxLength(80) paymentIntent: string;
  @IsInt() @Min(1) cents: number;
}

export class HistoryDto {
  @IsOptional() @IsUUID() cursor?: string;
}

@UseGuards(AuthGuard)
@Controller('orders')
export class OrdersController {
  constructor(private readonly orders: OrdersService) {}

  @Get()
  history(@Req() request: AuthenticatedRequest, @Query() query: HistoryDto) {
    return this.orders.history(request.user.id, query.cursor);
  }

  // bad-cross: require-idempotency -- a repeat places a second order
  // fix: require-idempotency -- the project's interceptor
  @Post()
  place(@Req() request: AuthenticatedRequest, @Body() dto: PlaceOrderDto) {
    return this.orders.place(request.user.id, dto.lines);
  }

  // ok-cross: require-idempotency
  @Post(':id/refunds')
  @UseInterceptors(IdempotencyInterceptor)
  refund(@Req() request: AuthenticatedRequest, @Param('id', ParseUUIDPipe) id: string, @Body() dto: RefundDto) {
    return this.orders.refund(request.user.id, id, dto.paymentIntent, dto.cents);
  }

  // ok-cross: require-idempotency -- sets one field
  @Patch(':id/cancel')
  @HttpCode(204)
  cancel(@Req() request: AuthenticatedRequest, @Param('id', ParseUUIDPipe) id: string) {
    return this.orders.cancel(request.user.id, id);
  }
}
