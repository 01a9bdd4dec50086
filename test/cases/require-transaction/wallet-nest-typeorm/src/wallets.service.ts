// @complete: require-transaction
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DataSource, EntityManager, Repository } from 'typeorm';
import { TransfersRepository } from './transfers.repository';
import { Transfer, Wallet } from './wallet.entity';

@Injectable()
export class WalletsService {
  constructor(
    @InjectRepository(Wallet) private readonly wallets: Repository<Wallet>,
    private readonly transfers: TransfersRepository,
    private readonly dataSource: DataSource,
  ) {}

  // bad: require-transaction
  async move(from: number, to: number, cents: number) {
    await this.wallets.decrement({ id: from }, 'cents', cents);
    await this.wallets.increment({ id: to }, 'cents', cents);
  }

  // bad-cross: require-transaction
  async withdraw(id: number, cents: number) {
    await this.wallets.decrement({ id }, 'cents', cents);
    await this.transfers.record(id);
  }

  // ok: require-transaction
  async safely(from: number, to: number, cents: number) {
    await this.dataSource.transaction(async (manager) => {
      await manager.decrement(Wallet, { id: from }, 'cents', cents);
      await manager.increment(Wallet, { id: to }, 'cents', cents);
    });
  }

  // ok: require-transaction -- its caller's transaction
  async inside(manager: EntityManager, id: number, cents: number) {
    await manager.decrement(Wallet, { id }, 'cents', cents);
    await manager.insert(Transfer, { walletId: id });
  }

  // bad: require-transaction -- beside the transaction it belongs in
  async beside(id: number, cents: number) {
    await this.dataSource.transaction(async (manager) => {
      await manager.decrement(Wallet, { id }, 'cents', cents);
    });
    await this.transfers.record(id);
  }

  // ok-cross: require-transaction -- one write
  async touch(id: number) {
    await this.wallets.update(id, { cents: 0 });
    return this.transfers.latest(id);
  }

  // ok: require-transaction -- between begin and commit
  async byHand(id: number, cents: number) {
    const runner = this.dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.manager.decrement(Wallet, { id }, 'cents', cents);
      await runner.manager.insert(Transfer, { walletId: id });
      await runner.commitTransaction();
    } catch (error) {
      await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }
}
