// @complete: no-transaction-escape
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DataSource, Repository } from 'typeorm';
import { HistoryService } from './history.service';
import { Patient } from './patient.entity';

@Injectable()
export class PatientsService {
  constructor(
    private readonly dataSource: DataSource,
    @InjectRepository(Patient) private readonly patients: Repository<Patient>,
    private readonly history: HistoryService,
  ) {}

  async merge(from: number, into: number) {
    await this.dataSource.transaction(async (manager) => {
      // ok: no-transaction-escape
      await manager.update(Patient, into, { name: 'merged' });
      // bad: no-transaction-escape
      // fix: no-transaction-escape
      await this.patients.delete(from);
      // bad: no-transaction-escape
      // fix: no-transaction-escape
      await this.dataSource.query('DELETE FROM visits WHERE patient_id = $1', [from]);
      // bad-cross: no-transaction-escape
      // fix: no-transaction-escape
      await this.history.note(into, 'merged');
      // ok-cross: no-transaction-escape
      await this.history.note(into, 'merged', manager);
      // bad-cross: no-transaction-escape
      await this.history.snapshot(into);
      // ok-cross: no-transaction-escape
      console.log(this.history.label(into));
      // bad: no-transaction-escape -- through a method of its own
      await this.forget(from);
      // ok: no-transaction-escape
      await manager.withRepository(this.patients).delete(from);
      // ok: no-transaction-escape
      await manager.getRepository(Patient).delete(from);
    });
  }

  private async forget(id: number) {
    await this.patients.delete(id);
  }

  async byHand(id: number) {
    const runner = this.dataSource.createQueryRunner();
    await runner.connect();
    await runner.startTransaction();
    try {
      // ok: no-transaction-escape
      await runner.manager.update(Patient, id, { name: 'x' });
      // bad: no-transaction-escape
      // fix: no-transaction-escape
      await this.patients.update(id, { name: 'y' });
      await runner.commitTransaction();
    } catch (error) {
      await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
    // ok: no-transaction-escape -- after the commit
    await this.patients.update(id, { name: 'z' });
  }
}
