export class UserRepository {
  constructor(private readonly knex: import('knex').Knex) {}

  byName(name: string) {
    return this.knex('users').where({ name }).first();
  }

  async add(name: string) {
    const [row] = await this.knex('users').insert({ name }).returning('*');
    return row;
  }

  merge(name: string) {
    return this.knex('users').insert({ name }).onConflict('name').merge();
  }
}
