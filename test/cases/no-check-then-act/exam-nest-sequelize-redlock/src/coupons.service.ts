// @complete: no-check-then-act
import { ConflictException, Injectable, NotFoundException } from '@nestjs/common';
import { InjectConnection, InjectModel } from '@nestjs/sequelize';
import Redis from 'ioredis';
import Redlock from 'redlock';
import { UniqueConstraintError } from 'sequelize';
import { Sequelize } from 'sequelize-typescript';
import { Coupon, Redemption } from './coupon.model';

@Injectable()
export class CouponsService {
  private readonly redlock = new Redlock([new Redis(process.env.REDIS_URL!)]);

  constructor(
    @InjectModel(Coupon) private readonly coupons: typeof Coupon,
    @InjectModel(Redemption) private readonly redemptions: typeof Redemption,
    @InjectConnection() private readonly sequelize: Sequelize,
  ) {}

  // bad: no-check-then-act
  async create(code: string) {
    const found = await this.coupons.findOne({ where: { code } });
    if (found) {
      throw new ConflictException(`coupon ${code} is there already`);
    }
    return this.coupons.create({ code, used: 0 });
  }

  // ok: no-check-then-act -- the check is for a friendly answer; the index decides
  async createSafely(code: string) {
    const found = await this.coupons.findOne({ where: { code } });
    if (found) throw new ConflictException();
    try {
      return await this.coupons.create({ code, used: 0 });
    } catch (error) {
      if (error instanceof UniqueConstraintError) throw new ConflictException();
      throw error;
    }
  }

  // bad: no-check-then-act -- the read value comes back in the write
  async use(id: number) {
    const coupon = await this.coupons.findByPk(id);
    if (!coupon) throw new NotFoundException();
    coupon.used = coupon.used + 1;
    await coupon.save();
  }

  // ok: no-check-then-act -- the database adds
  async useSafely(id: number) {
    const coupon = await this.coupons.findByPk(id);
    if (!coupon) throw new NotFoundException();
    await coupon.increment('used', { by: 1 });
  }

  // ok: no-check-then-act
  async findOrMake(code: string) {
    const [coupon] = await this.coupons.findOrCreate({ where: { code }, defaults: { code, used: 0 } });
    return coupon;
  }

  // ok: no-check-then-act -- under a lock
  async redeem(couponId: number, userId: number) {
    const lock = await this.redlock.acquire([`coupon:${couponId}:${userId}`], 5000);
    try {
      const before = await this.redemptions.findOne({ where: { couponId, userId } });
      if (before) throw new ConflictException();
      await this.redemptions.create({ couponId, userId });
    } finally {
      await lock.release();
    }
  }

  // bad: no-check-then-act -- counted, then written
  async redeemLimited(couponId: number, userId: number) {
    const count = await this.redemptions.count({ where: { couponId, userId } });
    if (count === 0) {
      await this.redemptions.create({ couponId, userId });
    }
  }

  // ok: no-check-then-act -- the row is locked within the transaction
  async useLocked(id: number) {
    await this.sequelize.transaction(async (transaction) => {
      const coupon = await this.coupons.findByPk(id, { transaction, lock: transaction.LOCK.UPDATE });
      if (!coupon) throw new NotFoundException();
      coupon.used += 1;
      await coupon.save({ transaction });
    });
  }
}
