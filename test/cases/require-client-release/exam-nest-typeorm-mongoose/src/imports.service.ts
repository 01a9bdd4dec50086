// @complete: require-client-release
import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import { Connection } from 'mongoose';
import { DataSource, QueryRunner } from 'typeorm';
import { withRunner } from './with-runner';

@Injectable()
export class ImportsService {
  constructor(
    private readonly dataSource: DataSource,
    @InjectConnection() private readonly connection: Connection,
  ) {}

  async leaky(rows: { id: string }[]) {
    // bad: require-client-release -- never released
    // fix: require-client-release
    const runner = this.dataSource.createQueryRunner();
    await runner.connect();
    await runner.manager.insert('rows', rows);
  }

  async happyPath(rows: { id: string }[]) {
    // bad: require-client-release -- an insert that throws keeps the connection
    // fix: require-client-release
    const runner = this.dataSource.createQueryRunner();
    await runner.connect();
    await runner.startTransaction();
    await runner.manager.insert('rows', rows);
    await runner.commitTransaction();
    await runner.release();
  }

  async safe(rows: { id: string }[]) {
    // ok: require-client-release
    const runner = this.dataSource.createQueryRunner();
    await runner.connect();
    await runner.startTransaction();
    try {
      await runner.manager.insert('rows', rows);
      await runner.commitTransaction();
    } catch (error) {
      await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }

  async early(rows: { id: string }[]) {
    // bad: require-client-release -- returns before the release
    const runner = this.dataSource.createQueryRunner();
    await runner.connect();
    try {
      if (rows.length === 0) return;
      await runner.manager.insert('rows', rows);
      await runner.release();
    } catch (error) {
      await runner.release();
      throw error;
    }
  }

  async session(rows: { id: string }[]) {
    // bad: require-client-release
    const session = await this.connection.startSession();
    await session.withTransaction(async () => {
      await this.connection.collection<{ id: string }>('rows').insertMany(rows, { session });
    });
    await session.endSession();
  }

  async sessionSafe(rows: { id: string }[]) {
    // ok: require-client-release
    const session = await this.connection.startSession();
    try {
      await session.withTransaction(async () => {
        await this.connection.collection<{ id: string }>('rows').insertMany(rows, { session });
      });
    } finally {
      await session.endSession();
    }
  }

  async helped(rows: { id: string }[]) {
    // ok-cross: require-client-release -- the helper releases
    await withRunner(this.dataSource, (runner) => runner.manager.insert('rows', rows));
  }

  // ok: require-client-release -- handed to the caller, who releases
  async open(): Promise<QueryRunner> {
    const runner = this.dataSource.createQueryRunner();
    await runner.connect();
    return runner;
  }
}
