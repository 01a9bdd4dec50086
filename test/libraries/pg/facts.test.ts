import { expect, it } from 'vitest';
import { factsOf } from '../facts-of.js';

it('finds the queries, doors, secrets and transactions of a small app: pg', () => {
  expect(factsOf('./app.ts', import.meta.url)).toEqual([
    '3 secret process.env.PGPASSWORD',
    '4 secret process.env.PGPASSWORD',
    '7 pg raw pool, none, await',
    "7 door $n any 'SELECT id, name FROM users'",
    '8 pg raw pool, limit, return, id:other',
    "8 door $n any 'SELECT id FROM users WHERE id > $1 ORDER BY id LIMIT 50'",
    '9 pg raw client, aggregate, await, id:equal',
    "9 door $n any 'SELECT id FROM users WHERE id = $1'",
    '10 pg raw other, aggregate, return',
    "10 door $n any 'SELECT count(*) FROM users'",
    '12 pg raw pool, aggregate, return, id:equal',
    "12 door $n any 'SELECT id FROM users WHERE id = $1'",
    '14 pg raw pool, not-a-list, await',
    "14 door $n any 'INSERT INTO users (name) VALUES ($1)'",
    '15 pg raw pool, not-a-list, await, id:equal',
    "15 door $n any 'UPDATE users SET name = $2 WHERE id = $1'",
    '16 pg raw pool, not-a-list, await, id:equal',
    "16 door $n any 'DELETE FROM users WHERE id = $1'",
    '17 pg raw pool, not-a-list, await',
    "17 door $n any 'DELETE FROM sessions'",
    '20 acquire',
    '22 pg raw held, not-a-list, await',
    "22 door $n any 'BEGIN'",
    '23 pg raw held, not-a-list, await, id:equal',
    "23 door $n any 'UPDATE users SET team_id = 2 WHERE id = $1'",
    '24 pg raw held, not-a-list, await',
    "24 door $n any 'COMMIT'",
    '26 pg raw held, not-a-list, await',
    "26 door $n any 'ROLLBACK'",
    '29 release',
  ]);
});
