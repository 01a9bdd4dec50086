// @complete: no-sql-concat
import { BadRequestException, Inject, Injectable } from '@nestjs/common';
import { escapeId, format, type Pool, type PoolConnection, type RowDataPacket } from 'mysql2/promise';
import { MYSQL } from './database.module';

const TABLE = 'ledger_entries';

@Injectable()
export class EntriesRepository {
  constructor(@Inject(MYSQL) private readonly pool: Pool) {}

  async byAccount(account: string) {
    // bad: no-sql-concat
    // fix: no-sql-concat
    const [rows] = await this.pool.query<RowDataPacket[]>(`SELECT id, cents FROM ${TABLE} WHERE account = '${account}' LIMIT 100`);
    return rows;
  }

  async byAccountBound(account: string) {
    // ok: no-sql-concat -- the table is a constant
    const [rows] = await this.pool.execute<RowDataPacket[]>(`SELECT id, cents FROM ${TABLE} WHERE account = ? LIMIT 100`, [account]);
    return rows;
  }

  async between(from: string, to: string) {
    // bad: no-sql-concat -- one is bound, the other is not
    // fix: no-sql-concat
    const [rows] = await this.pool.execute("SELECT id FROM ledger_entries WHERE booked_on >= ? AND booked_on < '" + to + "'", [from]);
    return rows;
  }

  async column(name: string) {
    // ok: no-sql-concat -- an escaped identifier
    const [rows] = await this.pool.query(`SELECT ${escapeId(name)} FROM ledger_entries LIMIT 100`);
    return rows;
  }

  async formatted(account: string) {
    // ok: no-sql-concat -- format escapes each value
    const [rows] = await this.pool.query(format('SELECT id FROM ledger_entries WHERE account = ? LIMIT 100', [account]));
    return rows;
  }

  async setFlag(connection: PoolConnection, id: number, flag: string) {
    // bad: no-sql-concat -- the object form
    await connection.query({ sql: `UPDATE ledger_entries SET ${flag} = 1 WHERE id = ?`, values: [id] });
  }

  async setKnownFlag(connection: PoolConnection, id: number, flag: string) {
    switch (flag) {
      case 'reviewed':
      case 'locked':
        // ok: no-sql-concat -- each case is a literal
        await connection.query({ sql: `UPDATE ledger_entries SET ${flag} = 1 WHERE id = ?`, values: [id] });
        return;
      default:
        throw new BadRequestException('unknown flag');
    }
  }

  async remove(ids: number[]) {
    // ok: no-sql-concat -- a list of question marks
    await this.pool.execute(`DELETE FROM ledger_entries WHERE id IN (${ids.map(() => '?').join(', ')})`, ids);
  }

  async removeUnbound(ids: string[]) {
    const connection = await this.pool.getConnection();
    try {
      // bad: no-sql-concat
      await connection.execute(`DELETE FROM ledger_entries WHERE id IN (${ids.map((id) => `'${id}'`).join(',')})`);
    } finally {
      connection.release();
    }
  }

  async repeatMarks(count: number, values: string[]) {
    // ok: no-sql-concat
    await this.pool.query(`INSERT INTO tags (name) VALUES ${Array(count).fill('(?)').join(',')}`, values);
  }
}
