import { expect, it } from 'vitest';
import { factsOf } from '../facts-of.js';

it('finds the queries, doors, secrets and transactions of a small app: typeorm', () => {
  expect(factsOf('./app.ts', import.meta.url)).toEqual([
    '9 secret process.env.DB_PASSWORD',
    '17 typeorm read-many users, none, return',
    '18 typeorm read-many users, limit, return, id:other',
    '19 typeorm read-many users, keys, return, id:in',
    '20 typeorm read-many users, key, return, OR:other',
    '21 typeorm read-many User, limit, return, name:equal',
    '22 typeorm read-one users, not-a-list, return, id:equal',
    '25 typeorm read-many users, limit, await, name:equal id:in ?:other',
    "25 door :name expand 'u.name = :name'",
    "25 door :name expand 'u.id IN (:...ids)'",
    "25 door :name expand new Brackets((inner) => inner.where('u.a = 1').orWhere(`u.b = '${name}'`))",
    "29 door :name expand 'u.a = 1'",
    "29 door :name expand `u.b = '${name}'`",
    '34 typeorm read-one users, not-a-list, return',
    "34 door none - 'COUNT(*)'",
    '35 typeorm upsert User, not-a-list, return',
    '36 typeorm update users, not-a-list, not run, id:equal',
    "36 door :name expand 'id = :id'",
    '37 typeorm raw users, key, return, name:equal',
    "37 door $n any `select * from users where name = '${name}'`",
    '38 typeorm raw -, key, return, name:equal',
    '43 typeorm create user, not-a-list, await',
    '44 typeorm read-one User, not-a-list, await, name:equal',
    '45 typeorm update -, not-a-list, await',
    '46 typeorm read-many User, none, await',
    '50 transaction',
    '51 typeorm create User, not-a-list, await',
    '53 acquire',
    '54 begin',
    '55 typeorm upsert User, not-a-list, await',
    '56 commit',
    '57 release',
  ]);
});
