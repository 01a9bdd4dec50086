import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';

@Schema()
export class Coupon {
  @Prop()
  code!: string;
}

export const CouponSchema = SchemaFactory.createForClass(Coupon);
