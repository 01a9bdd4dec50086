// @complete: no-transaction-escape
import { DataSource, EntityManager, Repository } from 'typeorm';
import { Log } from './entities';

export class Mover {
  constructor(
    private readonly dataSource: DataSource,
    private readonly logs: Repository<Log>,
  ) {}

  async move(id: string) {
    await this.dataSource.transaction(async (manager) => {
      await manager.update(Log, { id }, { text: 'moved' });
      // bad: no-transaction-escape -- the repository is the outer connection's
      await this.logs.insert({ text: id });
      // ok: no-transaction-escape
      await manager.getRepository(Log).insert({ text: id });
      // ok: no-transaction-escape
      await manager.withRepository(this.logs).insert({ text: id });
      // ok: no-transaction-escape
      await this.write(id, manager);
      // bad: no-transaction-escape -- write takes the manager
      await this.write(id);
    });
  }

  async write(text: string, manager: EntityManager = this.dataSource.manager) {
    await manager.insert(Log, { text });
  }

  async byHand(id: string) {
    const runner = this.dataSource.createQueryRunner();
    await runner.connect();
    await runner.startTransaction();
    try {
      // ok: no-transaction-escape
      await runner.manager.update(Log, { id }, { text: 'x' });
      // bad: no-transaction-escape
      await this.dataSource.query('DELETE FROM log WHERE id = $1', [id]);
      await runner.commitTransaction();
    } catch (error) {
      await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }
}
