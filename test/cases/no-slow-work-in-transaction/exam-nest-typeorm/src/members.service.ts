// @complete: no-slow-work-in-transaction
import { Injectable } from '@nestjs/common';
import { InjectQueue } from '@nestjs/bullmq';
import { InjectDataSource } from '@nestjs/typeorm';
import { HttpService } from '@nestjs/axios';
import { Queue } from 'bullmq';
import { firstValueFrom } from 'rxjs';
import { DataSource, EntityManager } from 'typeorm';
import { GeoClient } from './geo.client';
import { MailService } from './mail.service';
import { Member } from './member.entity';

@Injectable()
export class MembersService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @InjectQueue('members') private readonly queue: Queue,
    private readonly mail: MailService,
    private readonly geo: GeoClient,
    private readonly http: HttpService,
  ) {}

  async join(email: string, address: string) {
    return this.dataSource.transaction(async (manager) => {
      // bad-cross: no-slow-work-in-transaction -- an HTTP call, in another service
      const { lat } = await this.geo.locate(address);
      const member = await manager.save(Member, { email, lat });
      // bad-cross: no-slow-work-in-transaction
      await this.mail.welcome(email);
      // bad: no-slow-work-in-transaction
      await this.queue.add('joined', { id: member.id });
      // ok-cross: no-slow-work-in-transaction -- text only
      this.mail.render(email);
      return member;
    });
  }

  async check(id: string) {
    const runner = this.dataSource.createQueryRunner();
    await runner.connect();
    await runner.startTransaction();
    try {
      await runner.manager.update(Member, id, { lat: 0 });
      // bad: no-slow-work-in-transaction -- between begin and commit of a query runner
      await firstValueFrom(this.http.post('https://check.example.org', { id }));
      await runner.commitTransaction();
    } catch (error) {
      await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
    // ok: no-slow-work-in-transaction
    await firstValueFrom(this.http.post('https://done.example.org', { id }));
  }

  async leave(id: string, email: string) {
    await this.dataSource.transaction(async (manager) => {
      // bad: no-slow-work-in-transaction -- through a method of this class
      await this.farewell(manager, id);
    });
    // ok-cross: no-slow-work-in-transaction
    await this.mail.welcome(email);
  }

  private async farewell(manager: EntityManager, id: string) {
    await manager.delete(Member, id);
    await fetch('https://crm.example.org/left', { method: 'POST', body: id });
  }

  async joinSafely(email: string, address: string) {
    // ok-cross: no-slow-work-in-transaction
    const { lat } = await this.geo.locate(address);
    // ok: no-slow-work-in-transaction
    const member = await this.dataSource.transaction((manager) => manager.save(Member, { email, lat }));
    // ok: no-slow-work-in-transaction
    await this.queue.add('joined', { id: member.id });
    return member;
  }
}
