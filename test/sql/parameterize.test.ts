import { describe, expect, test } from 'vitest';
import { parameterize, type ParameterizeOptions } from '../../src/sql/index.js';
import { template, written } from './helpers.js';

const PG: ParameterizeOptions = { placeholder: '$n', lists: 'any', existing: 0 };
const MYSQL: ParameterizeOptions = { placeholder: '?', lists: 'expand', existing: 0 };

const run = (text: string, options: ParameterizeOptions) => parameterize(template(text), options);
const bindings = (text: string, options: ParameterizeOptions) => {
  const result = run(text, options);
  if (!result.ok) throw new Error(result.reason);
  return result.bindings;
};

describe('Postgres', () => {
  test.each([
    ['SELECT * FROM t WHERE a = {}', 'SELECT * FROM t WHERE a = $1'],
    ["SELECT * FROM t WHERE a = '{}' AND b = {}", 'SELECT * FROM t WHERE a = $1 AND b = $2'],
    ["SELECT * FROM t WHERE a LIKE '%{}%' LIMIT {}", 'SELECT * FROM t WHERE a LIKE $1 LIMIT $2'],
    ["SELECT * FROM t WHERE a = '{}'::uuid", 'SELECT * FROM t WHERE a = $1::uuid'],
    ['SELECT * FROM t WHERE a IN ({})', 'SELECT * FROM t WHERE a = ANY($1)'],
    ["SELECT * FROM t WHERE a NOT IN ('{}') AND b = 1", 'SELECT * FROM t WHERE a <> ALL($1) AND b = 1'],
    ['SELECT * FROM t WHERE a && ARRAY[{}]::text[]', 'SELECT * FROM t WHERE a && $1::text[]'],
    ['SELECT * FROM t WHERE a IN ({}, {})', 'SELECT * FROM t WHERE a IN ($1, $2)'],
    ["INSERT INTO t (a, b) VALUES ('{}', {}) RETURNING id", 'INSERT INTO t (a, b) VALUES ($1, $2) RETURNING id'],
    ["UPDATE t SET a = '{}'\nWHERE id = {};", 'UPDATE t SET a = $1\nWHERE id = $2;'],
    ["SELECT * FROM t WHERE a > now() - '{} days'::interval", 'SELECT * FROM t WHERE a > now() - $1::interval'],
    [
      "WITH x AS (SELECT * FROM t WHERE a = '{}') SELECT * FROM x",
      'WITH x AS (SELECT * FROM t WHERE a = $1) SELECT * FROM x',
    ],
  ])('%s', (before, after) => {
    expect(written(run(before, PG))).toBe(after);
  });
});

test('text round the hole inside the quotes is bound with it, and doubled quotes are single again', () => {
  expect(bindings("SELECT * FROM t WHERE a LIKE '%{}%'", PG)).toEqual([
    { parts: ['%', 0, '%'], holes: [0], list: false, index: 0 },
  ]);
  expect(bindings("SELECT * FROM t WHERE a = 'it''s {} {}'", PG)[0]).toMatchObject({
    parts: ["it's ", 0, ' ', 1],
    holes: [0, 1],
  });
});

test('a list is bound as one array, a cast is told', () => {
  expect(bindings("SELECT * FROM t WHERE a IN ('{}') AND b = {}::int[]", PG)).toEqual([
    { parts: [0], holes: [0], list: true, index: 0 },
    { parts: [1], holes: [1], list: false, index: 1, cast: 'int[]' },
  ]);
});

test('a lone hole in IN that is known to be one value stays in IN', () => {
  expect(written(run("SELECT * FROM t WHERE a IN ('{}')", { ...PG, scalars: new Set([0]) }))).toBe(
    'SELECT * FROM t WHERE a IN ($1)',
  );
});

test('existing numbered parameters keep their numbers', () => {
  const text = 'SELECT * FROM t WHERE a = {} AND b = $1 AND c = {} AND d = $2';
  expect(written(run(text, { ...PG, existing: 2 }))).toBe(
    'SELECT * FROM t WHERE a = $3 AND b = $1 AND c = $4 AND d = $2',
  );
  expect(bindings(text, { ...PG, existing: 2 }).map(({ index }) => index)).toEqual([2, 3]);
});

test('positional parameters are put in where they stand, and the existing ones move', () => {
  const result = run('SELECT * FROM t WHERE a = {} AND b = ? AND c = {} AND d = ?', { ...MYSQL, existing: 2 });
  expect(written(result)).toBe('SELECT * FROM t WHERE a = ? AND b = ? AND c = ? AND d = ?');
  if (!result.ok) throw new Error(result.reason);
  expect(result.bindings.map(({ index }) => index)).toEqual([0, 2]);
  expect([...result.renumbered]).toEqual([[0, 1], [1, 3]]); // prettier-ignore
});

test('clients that expand lists keep IN', () => {
  expect(written(run("SELECT * FROM t WHERE a IN ('{}')", MYSQL))).toBe('SELECT * FROM t WHERE a IN (?)');
  expect(
    written(
      run('SELECT * FROM t WHERE a IN ({})', {
        placeholder: ':name',
        lists: 'spread',
        existing: 0,
        names: () => 'ids',
      }),
    ),
  ).toBe('SELECT * FROM t WHERE a IN (:...ids)');
});

test('names are those asked for, and never one that the text has', () => {
  const options: ParameterizeOptions = {
    placeholder: ':name',
    lists: 'expand',
    existing: 1,
    names: (i) => ['id', 'kind'][i] ?? 'x',
  };
  expect(written(run("SELECT * FROM t WHERE a = :id AND b = '{}' AND c = {}", options))).toBe(
    'SELECT * FROM t WHERE a = :id AND b = :id2 AND c = :kind',
  );
  expect(written(run('SELECT * FROM t WHERE a = {}', { placeholder: '@name', lists: 'none', existing: 0 }))).toBe(
    'SELECT * FROM t WHERE a = @p1',
  );
});

test('a tag takes the hole itself', () => {
  const result = run("SELECT * FROM t WHERE a LIKE '{}%' AND b = {}", {
    placeholder: 'tag',
    lists: 'any',
    existing: 0,
  });
  expect(written(result)).toBe('SELECT * FROM t WHERE a LIKE {} AND b = {}');
});

describe('a single hole that can not be bound makes the whole unfixable', () => {
  test.each([
    ['SELECT * FROM {} WHERE a = {}', 'identifier', 0],
    ['SELECT * FROM t WHERE a = {} ORDER BY a {}', 'direction', 1],
    ['SELECT * FROM t WHERE a {} 1', 'keyword', 0],
    ['SELECT * FROM t WHERE a = {} {}', 'fragment', 1],
    ["SELECT * FROM t WHERE a > now() - INTERVAL '{} days'", 'not-bindable', 0],
    ["CREATE TABLE t (a text DEFAULT '{}')", 'not-bindable', 0],
    ['SELECT * FROM t WHERE a = "{}"', 'identifier', 0],
    ["SELECT * FROM t WHERE a = E'\\n{}'", 'not-bindable', 0],
  ])('%s', (text, reason, hole) => {
    expect(run(text, PG)).toEqual({ ok: false, reason, hole });
  });
});

test('a list needs a client that takes lists', () => {
  const text = 'SELECT * FROM t WHERE a IN ({})';
  expect(written(run(text, { placeholder: '?', lists: 'none', existing: 0 }))).toBe('list-not-supported');
});

test('double quotes are a string to MySQL', () => {
  expect(written(run('SELECT * FROM t WHERE a = "{}"', MYSQL))).toBe('SELECT * FROM t WHERE a = ?');
});

test('parameters of another form than the client takes are left alone', () => {
  expect(run('SELECT * FROM t WHERE a = ? AND b = {}', PG)).toMatchObject({ ok: false, reason: 'not-bindable' });
  expect(run('SELECT * FROM t WHERE a = ?1 AND b = {}', MYSQL)).toMatchObject({ ok: false, reason: 'not-bindable' });
});

test('parentheses that only a hole could close are not touched', () => {
  expect(run('SELECT * FROM t WHERE (a = {}', PG)).toMatchObject({ ok: false, reason: 'not-bindable' });
});

test('the inside of a clause is parameterized without its keyword', () => {
  expect(written(run("name = '{}'", { ...MYSQL, clause: 'where' }))).toBe('name = ?');
  expect(written(run('{} {}', { ...MYSQL, clause: 'order by' }))).toBe('identifier');
});
