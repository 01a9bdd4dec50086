import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Key } from './key.entity';

@Injectable()
export class KeysService {
  constructor(@InjectRepository(Key) private readonly keys: Repository<Key>) {}

  rotate(id: string) {
    return this.keys.update({ id }, { value: crypto.randomUUID() });
  }
  one(id: string) {
    return this.keys.findOneBy({ id });
  }
  remove(id: string) {
    return this.keys.delete({ id });
  }
}
