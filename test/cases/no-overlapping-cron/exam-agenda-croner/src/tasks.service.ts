// @complete: no-overlapping-cron
import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { db, mailer } from './db.js';
import { once } from './lock.js';

@Injectable()
export class TasksService {
  // bad: no-overlapping-cron
  @Cron(CronExpression.EVERY_HOUR)
  async chargeRenewals(): Promise<void> {
    await db('renewals').insert({ due: new Date() });
    await mailer.sendMail({ to: 'ops@example.com', subject: 'Renewals', text: 'Done' });
  }

  // ok-cross: no-overlapping-cron
  @Cron(CronExpression.EVERY_DAY_AT_1AM)
  async cleanUp(): Promise<void> {
    await once('clean-up', 300, async () => {
      await db('tokens').where('used', true).delete();
    });
  }
}
