// @complete: no-query-in-loop
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@mikro-orm/nestjs';
import { EntityRepository } from '@mikro-orm/postgresql';
import { Invoice } from './entities';

@Injectable()
export class BillingService {
  constructor(@InjectRepository(Invoice) private readonly invoices: EntityRepository<Invoice>) {}

  async totalOf(visitId: number): Promise<number> {
    const rows = await this.invoices.find({ visitId }, { limit: 100 });
    return this.sum(rows);
  }

  sum(rows: Invoice[]): number {
    return rows.reduce((total, row) => total + row.cents, 0);
  }

  forVisits(ids: number[]) {
    return this.invoices.find({ visitId: { $in: ids } });
  }
}
