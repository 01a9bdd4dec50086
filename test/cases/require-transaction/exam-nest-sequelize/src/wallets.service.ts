// @complete: require-transaction
import { Injectable } from '@nestjs/common';
import { InjectConnection, InjectModel } from '@nestjs/sequelize';
import { Sequelize } from 'sequelize-typescript';
import { Transaction } from 'sequelize';
import { EntriesService } from './entries.service';
import { Entry, Wallet } from './models';

@Injectable()
export class WalletsService {
  constructor(
    @InjectModel(Wallet) private readonly wallets: typeof Wallet,
    @InjectModel(Entry) private readonly entries: typeof Entry,
    @InjectConnection() private readonly sequelize: Sequelize,
    private readonly book: EntriesService,
  ) {}

  // bad-cross: require-transaction -- the balance here, the entry in another service
  async deposit(walletId: number, cents: number) {
    await this.wallets.increment({ cents }, { where: { id: walletId } });
    await this.book.record(walletId, cents);
  }

  // ok-cross: require-transaction
  async depositSafely(walletId: number, cents: number) {
    await this.sequelize.transaction(async (transaction) => {
      await this.wallets.increment({ cents }, { where: { id: walletId }, transaction });
      await this.book.record(walletId, cents, transaction);
    });
  }

  // bad: require-transaction
  async transfer(from: number, to: number, cents: number) {
    await this.wallets.decrement({ cents }, { where: { id: from } });
    await this.wallets.increment({ cents }, { where: { id: to } });
  }

  // bad: require-transaction -- one of the class's own methods holds the second write
  async open(ownerId: string, cents: number) {
    const wallet = await this.wallets.create({ ownerId, cents: 0 });
    await this.firstEntry(wallet.id, cents);
    return wallet;
  }

  private async firstEntry(walletId: number, cents: number) {
    await this.entries.create({ walletId, cents });
  }

  // ok: require-transaction -- an unmanaged transaction
  async close(walletId: number) {
    const t = await this.sequelize.transaction();
    try {
      await this.entries.destroy({ where: { walletId }, transaction: t });
      await this.wallets.destroy({ where: { id: walletId }, transaction: t });
      await t.commit();
    } catch (error) {
      await t.rollback();
      throw error;
    }
  }

  // ok: require-transaction -- the caller's transaction
  async move(from: number, to: number, transaction: Transaction) {
    await this.entries.update({ walletId: to }, { where: { walletId: from }, transaction });
    await this.wallets.destroy({ where: { id: from }, transaction });
  }

  // ok-cross: require-transaction -- a write, then a read
  async touch(walletId: number) {
    await this.wallets.update({ ownerId: 'x' }, { where: { id: walletId } });
    return this.book.latest(walletId);
  }

  // ok: require-transaction -- one statement
  async rename(walletId: number, ownerId: string) {
    const wallet = await this.wallets.findByPk(walletId);
    if (!wallet) throw new Error('no such wallet');
    await wallet.update({ ownerId });
    return wallet;
  }
}
