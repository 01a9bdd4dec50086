import { expect, it } from 'vitest';
import { factsOf } from '../facts-of.js';

it('finds the queries, doors, secrets and transactions of a small app: mongoose', () => {
  expect(factsOf('./app.ts', import.meta.url)).toEqual([
    '9 mongoose read-many cats, none, return',
    '10 mongoose read-many cats, limit, return, name:equal',
    '14 mongoose read-many User, keys, await, _id:in',
    '15 mongoose read-many User, limit, await, OR:other',
    '16 mongoose read-one User, not-a-list, await',
    '17 mongoose count User, aggregate, await, name:equal',
    '18 mongoose read-many User, grouped, await',
    '19 mongoose read-many User, stream, iterate',
    '20 mongoose read-many User, key, not run, name:equal',
    '24 mongoose read-one User, not-a-list, await, name:equal',
    '25 mongoose update user, not-a-list, await',
    '26 mongoose delete given, not-a-list, await',
    '27 mongoose create -, not-a-list, await',
    '28 mongoose create User, not-a-list, await',
    '29 mongoose upsert User, not-a-list, await, name:equal',
    '30 mongoose update User, not-a-list, await',
    '31 mongoose delete User, not-a-list, await',
    '35 secret process.env.MONGO_URL!',
    '36 acquire',
    '37 transaction',
    '38 mongoose update User, not-a-list, await, _id:equal',
    '40 mongoose create User, not-a-list, return',
    '40 transaction',
    '41 release',
  ]);
});
