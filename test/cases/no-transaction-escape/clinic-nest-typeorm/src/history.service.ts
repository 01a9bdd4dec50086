import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { EntityManager, Repository } from 'typeorm';
import { Patient } from './patient.entity';

@Injectable()
export class HistoryService {
  constructor(@InjectRepository(Patient) private readonly patients: Repository<Patient>) {}

  async note(id: number, text: string, manager?: EntityManager) {
    const patients = manager ? manager.getRepository(Patient) : this.patients;
    await patients.update(id, { name: text });
  }

  async snapshot(id: number) {
    await this.patients.insert({ id, name: 'snapshot' });
  }

  label(id: number) {
    return `patient ${id}`;
  }
}
