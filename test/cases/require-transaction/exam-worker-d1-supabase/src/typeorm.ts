// @complete: require-transaction
import { DataSource, EntityManager, Repository } from 'typeorm';
import { Invoice, InvoiceLine } from './entities.js';

export class InvoiceService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly invoices: Repository<Invoice>,
    private readonly lines: Repository<InvoiceLine>,
  ) {}

  // bad: require-transaction
  async create(customer: string, texts: string[]) {
    const invoice = await this.invoices.save({ customer });
    await this.lines.insert(texts.map((text) => ({ invoiceId: invoice.id, text })));
    return invoice;
  }

  // ok: require-transaction
  async createSafely(customer: string, texts: string[]) {
    return this.dataSource.transaction(async (manager) => {
      const invoice = await manager.save(Invoice, { customer });
      await manager.insert(InvoiceLine, texts.map((text) => ({ invoiceId: invoice.id, text })));
      return invoice;
    });
  }

  // ok: require-transaction -- it runs with its caller's manager
  async remove(id: string, manager: EntityManager) {
    await manager.delete(InvoiceLine, { invoiceId: id });
    await manager.delete(Invoice, { id });
  }

  // ok: require-transaction -- repositories of the caller's transaction
  async removeWith(id: string, manager: EntityManager) {
    const lines = manager.getRepository(InvoiceLine);
    const invoices = manager.withRepository(this.invoices);
    await lines.delete({ invoiceId: id });
    await invoices.delete({ id });
  }

  // bad: require-transaction -- the lines go, the invoice may stay
  async destroy(id: string) {
    await this.lines.delete({ invoiceId: id });
    await this.invoices.delete(id);
  }

  // ok: require-transaction -- saves one graph, which TypeORM puts in a transaction of its own
  async graph(customer: string, texts: string[]) {
    return this.invoices.save({ customer, lines: texts.map((text) => ({ text })) });
  }
}
