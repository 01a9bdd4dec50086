'use strict';
const knex = require('knex');
const Redis = require('ioredis');

const db = knex({ client: 'pg', connection: process.env.DATABASE_URL });
const redis = new Redis(process.env.REDIS_URL);

module.exports = { db, redis };
