import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Model } from 'mongoose';
import { Coupon } from './coupon.schema';

@Injectable()
export class CouponsService {
  constructor(@InjectModel(Coupon.name) private readonly coupons: Model<Coupon>) {}

  findByCode(code: string) {
    return this.coupons.findOne({ code }).exec();
  }
}
