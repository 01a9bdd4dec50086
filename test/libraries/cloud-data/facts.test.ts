import { expect, it } from 'vitest';
import { factsOf } from '../facts-of.js';

it('finds the queries, doors, secrets and transactions of a small app: Supabase, D1, DynamoDB and Objection', () => {
  expect(factsOf('./app.ts', import.meta.url)).toEqual([
    '6 secret process.env.SUPABASE_SERVICE_KEY!',
    '9 supabase read-many posts, none, await, status:equal',
    '10 supabase read-many posts, limit, await, id:in',
    '11 supabase read-many posts, parent, await, author_id:equal',
    '12 supabase count posts, aggregate, await',
    '13 supabase create posts, not-a-list, await',
    '14 supabase upsert posts, not-a-list, await',
    '15 supabase delete posts, not-a-list, not run, id:equal',
    "24 door ? none 'select * from notes where kind = ?'",
    '24 d1 raw -, none, await, kind:equal',
    "25 door ? none 'select * from notes where id = ?'",
    '25 d1 read-one -, not-a-list, await, id:equal',
    '26 d1 raw DB, not-a-list, await, id:equal',
    "26 door ? none 'delete from notes where id = ?'",
    '26 d1 raw DB, not-a-list, await',
    "26 door ? none 'delete from tags'",
    '27 d1 raw DB, not-a-list, await, id:equal',
    "27 door none - `delete from notes where id = '${id}'`",
    '33 dynamodb read-many devices, none, await',
    '34 dynamodb read-many devices, limit, await',
    '35 dynamodb create devices, not-a-list, await',
    '36 dynamodb read-many devices, stream, iterate',
    '44 objection read-many Visit, none, await, kind:equal',
    '45 objection read-one Visit, not-a-list, await',
    '46 objection read-many Visit, limit, await, id:in',
    '47 objection upsert Visit, not-a-list, await',
    '48 objection read-many Visit, limit, await',
    '49 door ? expand `price / ${id}`',
    '51 objection delete Visit, not-a-list, return',
    '51 transaction',
  ]);
});
