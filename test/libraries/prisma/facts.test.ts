import { expect, it } from 'vitest';
import { factsOf } from '../facts-of.js';

it('finds the queries, doors, secrets and transactions of a small app: prisma', () => {
  expect(factsOf('./app.ts', import.meta.url)).toEqual([
    '5 prisma read-many user, none, return',
    '6 prisma read-many user, limit, return',
    '7 prisma read-many user, keys, return, id:in',
    '8 prisma read-one user, not-a-list, return, id:equal',
    '9 prisma read-one user, not-a-list, return, name:equal',
    '10 prisma count user, aggregate, return, name:equal',
    '11 prisma count user, aggregate, return',
    '13 prisma create user, not-a-list, await',
    '14 prisma create user, not-a-list, await',
    '15 prisma upsert user, not-a-list, await, id:equal',
    '16 prisma update user, not-a-list, await, id:equal',
    '17 prisma update user, not-a-list, await, name:equal',
    '18 prisma delete user, not-a-list, await',
    '19 prisma delete user, not-a-list, await, id:equal',
    '22 prisma raw -, limit, await, name:equal',
    '23 prisma raw prisma, key, await, name:equal',
    '23 door $n any `SELECT ${column} FROM users WHERE name = $1`',
    '24 prisma raw prisma, not-a-list, await, name:equal',
    '25 prisma raw prisma, not-a-list, await',
    "25 door $n any 'DELETE FROM sessions'",
    '28 transaction',
    '29 prisma update user, not-a-list, await, id:equal',
    '31 prisma delete user, not-a-list, await, id:equal',
    '31 prisma count user, aggregate, await',
    '31 transaction',
  ]);
});
