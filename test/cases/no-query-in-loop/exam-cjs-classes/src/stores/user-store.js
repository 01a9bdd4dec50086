'use strict';

class UserStore {
  constructor(knex) {
    this.knex = knex;
  }

  byId(id) {
    return this.knex('users').where({ id }).first();
  }

  byIds(ids) {
    return this.knex('users').whereIn('id', ids);
  }
}

module.exports = UserStore;
