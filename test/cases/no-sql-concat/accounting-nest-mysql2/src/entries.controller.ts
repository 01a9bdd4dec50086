// @complete: no-sql-concat
import { Controller, Get, Inject, Logger, Param, ParseIntPipe, Query } from '@nestjs/common';
import type { Pool } from 'mysql2/promise';
import { MYSQL } from './database.module';
import { EntriesRepository } from './entries.repository';

@Controller('entries')
export class EntriesController {
  private readonly logger = new Logger(EntriesController.name);

  constructor(
    private readonly entries: EntriesRepository,
    @Inject(MYSQL) private readonly pool: Pool,
  ) {}

  @Get()
  async list(@Query('account') account: string) {
    this.logger.debug(`SELECT entries WHERE account = ${account}`);
    return this.entries.byAccountBound(account);
  }

  @Get('top')
  async top(@Query('currency') currency: string) {
    // bad: no-sql-concat
    // fix: no-sql-concat
    const [rows] = await this.pool.query(`SELECT account, SUM(cents) total FROM ledger_entries WHERE currency = "${currency}" GROUP BY account`);
    return rows;
  }

  @Get(':id')
  async one(@Param('id', ParseIntPipe) id: number) {
    // ok: no-sql-concat -- the pipe makes it a number
    const [rows] = await this.pool.query(`SELECT id, cents FROM ledger_entries WHERE id = ${id}`);
    return rows;
  }
}
