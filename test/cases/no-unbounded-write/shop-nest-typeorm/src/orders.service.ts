// @complete: no-unbounded-write
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DataSource, LessThan, Repository } from 'typeorm';
import { Order } from './order.entity';

@Injectable()
export class OrdersService {
  constructor(
    @InjectRepository(Order) private readonly orders: Repository<Order>,
    private readonly dataSource: DataSource,
  ) {}

  async clear() {
    // bad: no-unbounded-write
    await this.orders.clear();
  }

  async archive() {
    // bad: no-unbounded-write
    await this.orders.createQueryBuilder().update(Order).set({ status: 'archived' }).execute();
  }

  async archiveOld(before: Date) {
    // ok: no-unbounded-write
    await this.orders
      .createQueryBuilder()
      .update()
      .set({ status: 'archived' })
      .where('createdAt < :before', { before })
      .execute();
  }

  async removeAll() {
    // bad: no-unbounded-write
    await this.dataSource.createQueryBuilder().delete().from(Order).execute();
  }

  async removeOf(customerId: string) {
    const query = this.dataSource.createQueryBuilder().delete().from(Order);
    query.where('customerId = :customerId', { customerId });
    // ok: no-unbounded-write
    await query.execute();
  }

  async cancelAll() {
    // bad: no-unbounded-write
    await this.orders.update({}, { status: 'cancelled' });
  }

  async cancel(id: string) {
    // ok: no-unbounded-write
    await this.orders.update(id, { status: 'cancelled' });
    // ok: no-unbounded-write
    await this.orders.update({ id }, { status: 'cancelled' });
    // ok: no-unbounded-write
    await this.orders.delete([id]);
  }

  async sweep() {
    // ok: no-unbounded-write
    await this.orders.softDelete({ createdAt: LessThan(new Date()) });
    // bad: no-unbounded-write
    await this.orders.delete({});
    // bad: no-unbounded-write
    await this.dataSource.query('UPDATE orders SET status = $1', ['open']);
  }

  async drop(order: Order) {
    // ok: no-unbounded-write
    await this.orders.remove(order);
  }
}
