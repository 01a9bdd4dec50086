// @complete: no-query-in-loop
'use strict';

class TeamService {
  constructor({ userStore, knex }) {
    this.users = userStore;
    this.knex = knex;
  }

  async members(ids) {
    const members = [];
    // bad-cross: no-query-in-loop -- the store that the container hands in
    for (const id of ids) {
      members.push(await this.users.byId(id));
    }
    return members;
  }

  // ok-cross: no-query-in-loop
  async membersAtOnce(ids) {
    return this.users.byIds(ids);
  }

  async remove(ids) {
    // bad-cross: no-query-in-loop
    for (const id of ids) {
      await this.knex('members').where({ id }).del();
    }
  }
}

module.exports = { TeamService };
