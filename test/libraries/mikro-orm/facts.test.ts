import { expect, it } from 'vitest';
import { factsOf } from '../facts-of.js';

it('finds the queries, doors, secrets and transactions of a small app: mikro-orm', () => {
  expect(factsOf('./app.ts', import.meta.url)).toEqual([
    '7 secret process.env.DB_PASSWORD',
    '10 mikro-orm read-many Book, key, await, title:equal',
    '11 mikro-orm read-many Book, limit, await, id:in',
    '12 mikro-orm read-many books, limit, await, title:equal',
    '13 mikro-orm read-many books, parent, await, authorId:equal',
    '14 mikro-orm read-one Book, not-a-list, await, id:equal',
    '15 mikro-orm read-many Book, key, await, title:equal',
    '16 mikro-orm raw -, key, await, title:equal',
    "16 door ? expand `select * from book where title = '${title}'`",
    '17 mikro-orm raw em, limit, await, title:equal',
    "17 door ? expand 'select * from book where title = ? limit 1'",
    '18 door ? expand `lower(${title})`',
    '18 mikro-orm read-many Book, unknown, return, …',
    '22 mikro-orm create em, not-a-list, discard',
    '23 flush',
    '24 mikro-orm upsert Book, not-a-list, await',
    '25 mikro-orm delete Book, not-a-list, await, id:equal',
    '26 transaction',
    '27 mikro-orm update Book, not-a-list, await, id:equal',
  ]);
});
