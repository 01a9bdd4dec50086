// @complete: prefer-cursor-pagination
import { knex } from './stores.js';

export class EventsRepository {
  page(offset: number, limit: number) {
    // bad-cross: prefer-cursor-pagination -- its caller hands on what the request says
    return knex('events').select('id', 'kind').orderBy('id').offset(offset).limit(limit);
  }

  after(id: string, limit: number) {
    // ok: prefer-cursor-pagination
    return knex('events').select('id', 'kind').where('id', '>', id).orderBy('id').limit(limit);
  }
}
