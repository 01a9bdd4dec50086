import { expect, it } from 'vitest';
import { factsOf } from '../facts-of.js';

it('finds the queries, doors, secrets and transactions of a small app: drizzle', () => {
  expect(factsOf('./app.ts', import.meta.url)).toEqual([
    '7 secret process.env.DATABASE_URL!',
    '9 drizzle read-many users, none, return',
    '10 drizzle read-many users, limit, return, id:other',
    '12 drizzle read-many users, parent, return, teamId:equal name:equal',
    '16 drizzle read-many users, keys, return, id:in',
    '18 drizzle read-many users, none, return, ?:other',
    '22 drizzle count users, aggregate, return',
    '23 drizzle count users, aggregate, return, teamId:equal',
    '24 drizzle read-many users, limit, return, teamId:equal',
    '25 drizzle read-one users, not-a-list, return, id:equal',
    '28 drizzle upsert users, not-a-list, await',
    '29 drizzle create users, not-a-list, await',
    '30 drizzle update users, not-a-list, await, id:equal',
    '31 drizzle delete users, not-a-list, await, id:equal',
    '35 drizzle raw db, key, await, name:equal',
    '36 drizzle raw db, limit, await, name:equal',
    "36 door tag - `select * from users where name = '${name}' limit 1`",
    '37 drizzle read-many users, unknown, return, …',
    "40 door tag - `name = '${name}'`",
    '44 transaction',
    '45 drizzle update users, not-a-list, await, id:equal',
    '49 drizzle read-many users, limit, return',
    '50 drizzle read-many users, none, return',
    '53 drizzle read-many users, keys, return, id:in',
    '56 drizzle read-many users, unknown, not run',
  ]);
});
