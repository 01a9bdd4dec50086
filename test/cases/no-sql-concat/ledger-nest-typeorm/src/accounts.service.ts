// @complete: no-sql-concat
import { Injectable } from '@nestjs/common';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import { Brackets, DataSource, EntityManager, ILike, Raw, Repository } from 'typeorm';
import { Account } from './account.entity';

const SORTS: Record<string, string> = { owner: 'a.owner', balance: 'a.cents' };

@Injectable()
export class AccountsService {
  constructor(
    @InjectRepository(Account) private readonly accounts: Repository<Account>,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  ofOwner(owner: string) {
    // bad: no-sql-concat
    // fix: no-sql-concat
    return this.dataSource.query(`SELECT id FROM accounts WHERE owner = '${owner}' LIMIT 50`);
  }

  ofOwnerBound(owner: string) {
    // ok: no-sql-concat
    return this.dataSource.query('SELECT id FROM accounts WHERE owner = $1 LIMIT 50', [owner]);
  }

  inCurrency(currency: string) {
    // bad: no-sql-concat
    return this.accounts.query("SELECT id FROM accounts WHERE currency = '" + currency + "' LIMIT 50");
  }

  search(term: string) {
    return (
      this.accounts
        .createQueryBuilder('a')
        // bad: no-sql-concat
        // fix: no-sql-concat
        .where(`a.owner ILIKE '%${term}%'`)
        .take(50)
        .getMany()
    );
  }

  searchPlus(term: string, currency: string) {
    const qb = this.accounts.createQueryBuilder('a').where('a.cents > 0');
    // bad: no-sql-concat
    qb.andWhere("a.owner = '" + term + "'");
    // ok: no-sql-concat
    qb.andWhere('a.currency = :currency', { currency });
    return qb.take(50).getMany();
  }

  searchBound(term: string) {
    // ok: no-sql-concat -- the value's own wildcard
    return this.accounts.createQueryBuilder('a').where('a.owner ILIKE :term', { term: `%${term}%` }).take(50).getMany();
  }

  searchOperators(term: string) {
    // ok: no-sql-concat -- find operators bind
    return this.accounts.find({ where: { owner: ILike(`%${term}%`) }, take: 50 });
  }

  recent(days: string) {
    // bad: no-sql-concat -- the raw operator
    return this.accounts.find({ where: { cents: Raw((alias) => `${alias} > ${days}`) }, take: 50 });
  }

  positive(floor: number) {
    // ok: no-sql-concat -- the alias is TypeORM's, the value is bound
    return this.accounts.find({ where: { cents: Raw((alias) => `${alias} > :floor`, { floor }) }, take: 50 });
  }

  either(owner: string, currency: string) {
    return this.accounts
      .createQueryBuilder('a')
      .where(
        new Brackets((qb) => {
          // ok: no-sql-concat
          qb.where('a.owner = :owner', { owner });
          // bad: no-sql-concat
          qb.orWhere(`a.currency = '${currency}'`);
        }),
      )
      .take(50)
      .getMany();
  }

  sorted(sort: string, dir: 'ASC' | 'DESC') {
    const column = SORTS[sort] ?? 'a.owner';
    // ok: no-sql-concat -- closed map, union
    return this.accounts.createQueryBuilder('a').orderBy(column, dir).take(50).getMany();
  }

  totals(currency: string) {
    return (
      this.accounts
        .createQueryBuilder('a')
        .select('a.owner', 'owner')
        // bad: no-sql-concat
        .addSelect(`SUM(CASE WHEN a.currency = '${currency}' THEN a.cents ELSE 0 END)`, 'total')
        .groupBy('a.owner')
        .getRawMany()
    );
  }

  async move(from: string, to: string, cents: number) {
    await this.dataSource.transaction(async (manager) => {
      // bad: no-sql-concat
      await manager.query(`UPDATE accounts SET cents = cents - $1 WHERE id = '${from}'`, [cents]);
      // ok: no-sql-concat
      await manager.query('UPDATE accounts SET cents = cents + $1 WHERE id = $2', [cents, to]);
    });
  }

  async tenant(manager: EntityManager) {
    // ok: no-sql-concat -- the deployment's own schema
    await manager.query(`SET LOCAL search_path TO ${process.env.DB_SCHEMA}`);
  }

  async rebuild(view: string) {
    const runner = this.dataSource.createQueryRunner();
    try {
      // bad: no-sql-concat
      await runner.query('REFRESH MATERIALIZED VIEW ' + view);
      // ok: no-sql-concat -- the entity's metadata names the table
      await runner.query(`ANALYZE ${this.accounts.metadata.tablePath}`);
    } finally {
      await runner.release();
    }
  }
}
