import { expect, it } from 'vitest';
import { factsOf } from '../facts-of.js';

it('finds the queries, doors, secrets and transactions of a small app: kysely', () => {
  expect(factsOf('./app.ts', import.meta.url)).toEqual([
    '6 kysely read-many users, none, await',
    '7 kysely read-one users, not-a-list, await, id:equal',
    '8 kysely read-many users, keys, await, id:in',
    '9 kysely read-many users, key, await, name:equal id:other',
    '14 kysely read-one users, not-a-list, await',
    '18 kysely read-many users, limit, await',
    '19 kysely read-many users, stream, iterate',
    '20 kysely raw -, key, await, name:equal',
    '21 kysely read-many users, none, await',
    '21 door tag - name',
    "22 door $n any 'select 1'",
    '22 kysely raw db, unknown, await, …',
    '26 kysely upsert users, not-a-list, await',
    '31 kysely update users, not-a-list, await, id:equal',
    '32 kysely delete users, not-a-list, await, id:equal',
    '33 kysely create users, not-a-list, not run',
    '34 transaction',
    '35 kysely delete users, not-a-list, await',
  ]);
});
