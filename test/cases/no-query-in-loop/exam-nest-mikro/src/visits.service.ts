// @complete: no-query-in-loop
import { Injectable, Logger } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { BillingService } from './billing.service';
import { Invoice, Patient, Visit } from './entities';

@Injectable()
export class VisitsService {
  private readonly logger = new Logger(VisitsService.name);

  constructor(
    private readonly em: EntityManager,
    private readonly billing: BillingService,
  ) {}

  async statement(patientId: number) {
    const visits = await this.em.find(Visit, { patient: patientId }, { limit: 100 });
    let total = 0;
    // bad-cross: no-query-in-loop -- totalOf of another service asks the database
    for (const visit of visits) {
      total += await this.billing.totalOf(visit.id);
    }
    return { total };
  }

  async names(patientIds: number[]) {
    const names: string[] = [];
    // bad: no-query-in-loop
    for (const id of patientIds) {
      const patient = await this.em.findOneOrFail(Patient, id);
      names.push(patient.name);
    }
    return names;
  }

  async touch(visits: Visit[]) {
    // bad: no-query-in-loop -- forEach with an async callback
    visits.forEach(async (visit) => {
      await this.em.nativeUpdate(Visit, { id: visit.id }, { at: new Date() });
    });
  }

  async withInvoices(patientId: number) {
    const visits = await this.em.find(Visit, { patient: patientId }, { limit: 100 });
    // bad: no-query-in-loop -- a method of the same class, one query each
    return Promise.all(visits.map((visit) => this.invoiceOf(visit)));
  }

  private async invoiceOf(visit: Visit) {
    return this.em.findOne(Invoice, { visitId: visit.id });
  }

  async loaded(patientId: number) {
    // ok: no-query-in-loop -- populated in one go
    const patient = await this.em.findOneOrFail(Patient, patientId, { populate: ['visits'] });
    // ok: no-query-in-loop
    for (const visit of patient.visits) {
      this.logger.log(`visit ${visit.id}`);
    }
    const ids = patient.visits.getItems().map((visit) => visit.id);
    // ok-cross: no-query-in-loop
    const invoices = await this.billing.forVisits(ids);
    // ok-cross: no-query-in-loop -- sum only adds
    return ids.map((id) => this.billing.sum(invoices.filter((one) => one.visitId === id)));
  }

  async importAll(rows: { name: string }[]) {
    // ok: no-query-in-loop -- persist only notes them; flush writes them in a batch
    for (const row of rows) {
      const patient = this.em.create(Patient, row);
      this.em.persist(patient);
    }
    await this.em.flush();
  }

  async withRetry(id: number) {
    // ok: no-query-in-loop -- tries of the same query
    for (let attempt = 0; attempt < 3; attempt++) {
      try {
        return await this.em.findOneOrFail(Visit, id);
      } catch (error) {
        this.logger.warn(`attempt ${attempt} failed: ${String(error)}`);
      }
    }
    throw new Error('visit could not be read');
  }

  async rename(rows: { id: number; name: string }[]) {
    // ok: no-query-in-loop -- ordered writes of one transaction
    await this.em.transactional(async (em) => {
      for (const row of rows) {
        await em.nativeUpdate(Patient, { id: row.id }, { name: row.name });
      }
    });
  }
}
