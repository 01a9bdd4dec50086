import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Task } from './task.entity';

@Injectable()
export class TasksService {
  constructor(@InjectRepository(Task) private readonly tasks: Repository<Task>) {}

  create(data: Partial<Task>) {
    return this.tasks.save(this.tasks.create(data));
  }

  async patch(id: number, data: Partial<Task>) {
    const task = await this.tasks.findOneByOrFail({ id });
    Object.assign(task, data);
    return this.tasks.save(task);
  }

  rename(id: number, title: string) {
    return this.tasks.update(id, { title });
  }
}
