import { expect, it } from 'vitest';
import { factsOf } from '../facts-of.js';

it('finds the queries, doors, secrets and transactions of a small app: sequelize', () => {
  expect(factsOf('./app.ts', import.meta.url)).toEqual([
    '3 secret process.env.DB_PASSWORD!',
    '7 sequelize read-many -, limit, return',
    '13 sequelize read-many Room, none, await',
    '14 sequelize read-many Room, parent, await, hotelId:equal OR:other',
    '15 sequelize read-many Room, limit, await, id:in',
    '16 sequelize read-one Stay, not-a-list, await',
    '17 sequelize count Stay, aggregate, await, name:equal',
    '18 sequelize read-one Room, not-a-list, await, name:other',
    '19 sequelize raw sequelize, aggregate, await, id:equal',
    "19 door :name expand 'select * from rooms where id = :id'",
    '20 sequelize raw sequelize, key, await, name:equal',
    "20 door :name expand `select * from rooms where name = '${name}'`",
    "21 door none - `field(name, '${name}')`",
    '21 sequelize read-many Room, none, return',
    '25 sequelize read-one Room, not-a-list, await, id:equal',
    '26 sequelize update -, not-a-list, await',
    '27 sequelize create -, not-a-list, await',
    '28 sequelize create Room, not-a-list, await',
    '29 sequelize upsert Room, not-a-list, await',
    '30 sequelize upsert Room, not-a-list, await, name:equal',
    '31 sequelize update Room, not-a-list, await, id:equal',
    '32 sequelize update Room, not-a-list, await, id:equal',
    '33 sequelize delete Room, not-a-list, await',
    '34 transaction',
    '35 sequelize upsert Room, not-a-list, await',
    '38 rollback',
  ]);
});
