import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { Invoices } from './invoices.service';

@Module({
  imports: [
    BullModule.forRoot({ connection: { host: 'redis' } }),
    BullModule.registerQueue({ name: 'invoices', defaultJobOptions: { attempts: 4, backoff: 1000 } }),
    BullModule.registerQueue({ name: 'audit' }),
  ],
  providers: [Invoices],
})
export class AppModule {}
