import { expect, it } from 'vitest';
import { factsOf } from '../facts-of.js';

it('finds the queries, doors, secrets and transactions of a small app: mongodb', () => {
  expect(factsOf('./app.js', import.meta.url)).toEqual([
    '3 secret process.env.MONGO_URL',
    '7 mongodb read-many parts, none, await, kind:equal',
    '8 mongodb read-many parts, limit, await, _id:in',
    '9 mongodb read-many moves, limit, await, partId:equal',
    '10 mongodb read-one parts, not-a-list, await, _id:equal',
    '11 mongodb read-many parts, limit, await',
    '12 mongodb read-many parts, stream, iterate',
    '13 mongodb count parts, aggregate, return, kind:equal',
    '17 mongodb create parts, not-a-list, await',
    '18 mongodb upsert parts, not-a-list, await, kind:equal',
    '19 mongodb delete parts, not-a-list, await',
    '20 acquire',
    '21 transaction',
    '22 mongodb update parts, not-a-list, await, kind:equal',
    '24 release',
  ]);
});
