import { Injectable } from '@nestjs/common';
import { Payment } from './event.model';

@Injectable()
export class PaymentsService {
  async markPaid(reference: string) {
    await Payment.updateOne({ reference }, { $set: { status: 'paid' } });
  }
}
