import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Transfer } from './wallet.entity';

@Injectable()
export class TransfersRepository {
  constructor(@InjectRepository(Transfer) private readonly transfers: Repository<Transfer>) {}

  async record(walletId: number) {
    await this.transfers.insert({ walletId });
  }

  async latest(walletId: number) {
    return this.transfers.findOneBy({ walletId });
  }
}
