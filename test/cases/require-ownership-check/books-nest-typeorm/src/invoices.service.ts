import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Currency, Invoice } from './invoice.entity';

@Injectable()
export class InvoicesService {
  constructor(
    @InjectRepository(Invoice) private readonly invoices: Repository<Invoice>,
    @InjectRepository(Currency) private readonly currencies: Repository<Currency>,
  ) {}

  async findOne(id: string) {
    const invoice = await this.invoices.findOne({ where: { id } });
    if (!invoice) throw new NotFoundException();
    return invoice;
  }

  findOwn(id: string, organizationId: string) {
    return this.invoices.findOneBy({ id, organizationId });
  }

  async changeTotal(id: string, total: number, userId: string) {
    await this.invoices.update(id, { total });
  }

  async remove(id: string, user: { organizationId: string }) {
    const invoice = await this.findOne(id);
    if (invoice.organizationId !== user.organizationId) throw new NotFoundException();
    await this.invoices.delete(id);
  }

  currency(id: number) {
    return this.currencies.findOneBy({ id });
  }
}
