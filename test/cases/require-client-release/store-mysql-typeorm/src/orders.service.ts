// @complete: require-client-release
import { Injectable } from '@nestjs/common';
import mysql from 'mysql2/promise';
import { DataSource } from 'typeorm';

const pool = mysql.createPool(process.env.DATABASE_URL!);

@Injectable()
export class OrdersService {
  constructor(private readonly dataSource: DataSource) {}

  async place(items: string[]) {
    // bad: require-client-release
    const runner = this.dataSource.createQueryRunner();
    await runner.connect();
    await runner.startTransaction();
    try {
      for (const item of items) await runner.manager.insert('item', { item });
      await runner.commitTransaction();
      await runner.release();
    } catch (error) {
      await runner.rollbackTransaction();
      throw error;
    }
  }

  async cancel(id: string) {
    // ok: require-client-release
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      await runner.manager.delete('order', { id });
      await runner.commitTransaction();
    } catch (error) {
      await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }

  async count() {
    // bad: require-client-release
    // fix: require-client-release
    const connection = await pool.getConnection();
    const [rows] = await connection.query('SELECT COUNT(*) AS n FROM orders');
    connection.release();
    return rows;
  }

  async ping() {
    // ok: require-client-release
    const connection = await pool.getConnection();
    try {
      await connection.query('SELECT 1');
    } finally {
      connection.release();
    }
  }
}
