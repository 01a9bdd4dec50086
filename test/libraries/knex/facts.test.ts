import { expect, it } from 'vitest';
import { factsOf } from '../facts-of.js';

it('finds the queries, doors, secrets and transactions of a small app: knex', () => {
  expect(factsOf('./app.ts', import.meta.url)).toEqual([
    '3 secret process.env.DB_PASSWORD',
    '5 knex read-many users, none, return',
    '6 knex read-many users, limit, return, name:equal',
    '7 knex read-many users, keys, return, id:in',
    '8 knex read-one users, not-a-list, return, id:equal',
    '9 knex count users, aggregate, return',
    '10 knex read-many users, none, return',
    '12 knex create users, not-a-list, await',
    '13 knex upsert users, not-a-list, await',
    '14 knex update users, not-a-list, await, id:equal',
    '15 knex update users, not-a-list, await, id:equal',
    '16 knex delete users, not-a-list, await, id:equal',
    '17 knex delete users, not-a-list, await',
    '20 knex raw db, key, await, name:equal',
    "20 door ? none 'select id from users where name = ?'",
    '21 knex read-many users, limit, await, name:equal',
    "21 door ? none `name = '${name}'`",
    '22 knex read-many users, limit, await',
    '22 door ? none name',
    '25 transaction',
    '26 knex update users, not-a-list, await, id:equal',
    '28 knex read-many users, stream, return',
  ]);
});
