// @complete: no-nosql-injection
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { RedeemDto } from './coupon.dto';
import { CouponsService } from './coupons.service';

@Controller('coupons')
export class CouponsController {
  constructor(private readonly coupons: CouponsService) {}

  @Post('redeem')
  redeem(@Body() dto: RedeemDto) {
    // ok-cross: no-nosql-injection
    return this.coupons.findByCode(dto.code);
  }

  @Post('redeem-loose')
  redeemLoose(@Body() body: { code: string }) {
    // bad-cross: no-nosql-injection
    return this.coupons.findByCode(body.code);
  }

  @Get()
  find(@Query('code') code: string) {
    // bad-cross: no-nosql-injection
    return this.coupons.findByCode(code);
  }
}
