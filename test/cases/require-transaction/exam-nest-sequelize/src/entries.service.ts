import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/sequelize';
import { Transaction } from 'sequelize';
import { Entry } from './models';

@Injectable()
export class EntriesService {
  constructor(@InjectModel(Entry) private readonly entries: typeof Entry) {}

  async record(walletId: number, cents: number, transaction?: Transaction) {
    return this.entries.create({ walletId, cents }, { transaction });
  }

  async latest(walletId: number) {
    return this.entries.findAll({ where: { walletId }, limit: 20 });
  }
}
