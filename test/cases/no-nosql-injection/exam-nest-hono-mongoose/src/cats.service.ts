// @complete: no-nosql-injection
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { FilterQuery, Model } from 'mongoose';
import { Cat } from './cat.schema';

@Injectable()
export class CatsService {
  constructor(@InjectModel(Cat.name) private readonly cats: Model<Cat>) {}

  search(filter: FilterQuery<Cat>) {
    return this.cats.find(filter).limit(20);
  }

  named(name: string) {
    // ok-cross: no-nosql-injection -- the DTO has checked it
    return this.cats.findOne({ name });
  }
}
