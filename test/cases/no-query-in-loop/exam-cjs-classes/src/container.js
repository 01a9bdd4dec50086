'use strict';
const knexFactory = require('knex');
const UserStore = require('./stores/user-store');
const { TeamService } = require('./services/team-service');

const knex = knexFactory({ client: 'pg', connection: process.env.DATABASE_URL });
const userStore = new UserStore(knex);

module.exports = { teams: new TeamService({ userStore, knex }) };
