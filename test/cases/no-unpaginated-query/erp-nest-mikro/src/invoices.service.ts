// @complete: no-unpaginated-query
import { EntityManager, EntityRepository } from '@mikro-orm/postgresql';
import { InjectRepository } from '@mikro-orm/nestjs';
import { Injectable } from '@nestjs/common';
import { Invoice } from './invoice.entity';

@Injectable()
export class InvoicesService {
  constructor(
    private readonly em: EntityManager,
    @InjectRepository(Invoice) private readonly invoices: EntityRepository<Invoice>,
  ) {}

  findAll() {
    // bad: no-unpaginated-query
    // fix: no-unpaginated-query
    return this.invoices.findAll();
  }

  all() {
    // bad: no-unpaginated-query
    // fix: no-unpaginated-query
    return this.em.find(Invoice, {});
  }

  inStatus(status: string) {
    // bad: no-unpaginated-query
    return this.em.find(Invoice, { status }, { orderBy: { id: 'desc' } });
  }

  counted(status: string) {
    // bad: no-unpaginated-query
    return this.invoices.findAndCount({ status });
  }

  built() {
    // bad: no-unpaginated-query
    return this.em.createQueryBuilder(Invoice, 'i').select('*').where({ status: 'open' }).getResultList();
  }

  builtPage(page: number) {
    // ok: no-unpaginated-query
    return this.em.createQueryBuilder(Invoice, 'i').select('*').limit(50).offset(page * 50).getResultList();
  }

  page(page: number) {
    // ok: no-unpaginated-query
    return this.invoices.findAndCount({}, { limit: 50, offset: page * 50 });
  }

  cursor(after?: string) {
    // ok: no-unpaginated-query
    return this.em.findByCursor(Invoice, {}, { first: 50, after, orderBy: { id: 'asc' } });
  }

  some(ids: number[]) {
    // ok: no-unpaginated-query
    return this.em.find(Invoice, { id: { $in: ids } });
  }

  ofCustomer(customerId: number) {
    // ok: no-unpaginated-query
    return this.invoices.find({ customerId });
  }

  byNumber(number: string) {
    // ok: no-unpaginated-query
    return this.invoices.findOneOrFail({ number });
  }

  count(status: string) {
    // ok: no-unpaginated-query
    return this.em.count(Invoice, { status });
  }

  raw() {
    // bad: no-unpaginated-query
    return this.em.getConnection().execute('select id, number from invoice order by id');
  }
}
