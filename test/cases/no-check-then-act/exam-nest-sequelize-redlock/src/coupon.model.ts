import { Column, Model, Table, Unique } from 'sequelize-typescript';

@Table
export class Coupon extends Model {
  @Unique @Column declare code: string;
  @Column declare used: number;
}

@Table
export class Redemption extends Model {
  @Column declare couponId: number;
  @Column declare userId: number;
}
