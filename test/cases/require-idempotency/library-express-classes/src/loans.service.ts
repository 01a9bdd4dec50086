import type { Queue } from 'bullmq';
import type { Repository } from 'typeorm';
import type { Hold, Loan } from './entities.js';

export class LoansService {
  constructor(
    private readonly loans: Repository<Loan>,
    private readonly holds: Repository<Hold>,
    private readonly reminders: Queue,
  ) {}

  async lend(bookId: string, reader: string) {
    return this.loans.save({ bookId, reader });
  }

  async renew(id: string) {
    await this.loans.increment({ id }, 'renewals', 1);
  }

  async hold(bookId: string, reader: string) {
    await this.holds.createQueryBuilder().insert().values({ bookId, reader }).orIgnore().execute();
  }

  async remind(id: string) {
    await this.reminders.add('remind', { id });
  }

  async remindOnce(id: string, day: string) {
    await this.reminders.add('remind', { id }, { jobId: `${id}-${day}`, attempts: 3, backoff: 1000 });
  }

  async fee(id: string, days: number) {
    const loan = await this.loans.findOneByOrFail({ id });
    return { id: loan.id, cents: days * 25 };
  }
}
