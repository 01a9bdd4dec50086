import { describe, expect, test } from 'vitest';
import { analyseSql } from '../../src/sql/index.js';
import { analysis, template } from './helpers.js';

test('text that is no SQL, or whose quotes do not close, is not analysed', () => {
  expect(analyseSql(template('Select an item from the list'))).toBeNull();
  expect(analyseSql(template("SELECT * FROM t WHERE a = 'x"))).toBeNull();
});

test.each([
  ['SELECT * FROM t', 'select'],
  ['(SELECT a FROM t) UNION (SELECT b FROM u)', 'select'],
  ['WITH a AS (SELECT 1) SELECT * FROM a', 'select'],
  ['WITH a AS (SELECT 1) UPDATE t SET b = 1', 'update'],
  ['WITH a AS (DELETE FROM t RETURNING *) INSERT INTO u SELECT * FROM a', 'insert'],
  ['EXPLAIN ANALYZE SELECT * FROM t', 'select'],
  ['INSERT INTO t SELECT * FROM u', 'insert'],
  ['REPLACE INTO t (a) VALUES (1)', 'insert'],
  ['DELETE FROM t', 'delete'],
  ['CREATE TABLE t (a int)', 'ddl'],
  ['TRUNCATE t', 'ddl'],
  ['BEGIN', 'transaction'],
  ['BEGIN; UPDATE t SET a = 1; COMMIT', 'update'],
  ['LISTEN events', 'notify'],
  ["SET LOCAL statement_timeout = '5s'", 'other'],
])('%s is %s', (text, kind) => {
  expect(analysis(text).kind).toBe(kind);
});

describe('the outermost statement is bounded', () => {
  test.each([
    'SELECT * FROM t LIMIT 10',
    'SELECT * FROM t LIMIT $1 OFFSET $2',
    'SELECT * FROM t ORDER BY a OFFSET 5 ROWS FETCH NEXT 10 ROWS ONLY',
    'SELECT TOP 10 * FROM t',
    'SELECT DISTINCT TOP (10) a FROM t',
    'SELECT * FROM t WHERE ROWNUM <= 10',
    'SELECT a FROM t UNION SELECT b FROM u LIMIT 5',
    '(SELECT a FROM t LIMIT 5) UNION ALL (SELECT b FROM u LIMIT 5)',
    '(SELECT a FROM t LIMIT 1)',
    'SELECT * FROM (SELECT * FROM t LIMIT 10) x',
    'WITH page AS (SELECT * FROM t LIMIT 10) SELECT * FROM page',
  ])('%s', (text) => {
    expect(analysis(text).bounded).toBe(true);
  });
});

describe('the outermost statement is not bounded', () => {
  test.each([
    'SELECT * FROM t',
    'SELECT * FROM t WHERE id IN (SELECT id FROM u LIMIT 1)',
    'SELECT a, (SELECT b FROM u LIMIT 1) FROM t',
    'SELECT * FROM (SELECT * FROM t LIMIT 10) x JOIN u ON u.id = x.id',
    'WITH page AS (SELECT * FROM t LIMIT 10) SELECT * FROM u',
    'WITH a AS (SELECT * FROM b), b AS (SELECT * FROM a) SELECT * FROM a',
    '(SELECT a FROM t LIMIT 5) UNION ALL (SELECT b FROM u)',
    'SELECT * FROM t LIMIT ALL',
    'SELECT * FROM t LIMIT 1 BY id',
    'SELECT * FROM t -- LIMIT 5',
    "SELECT * FROM t WHERE a = 'LIMIT 5'",
    'SELECT "limit" FROM t',
    'SELECT t.limit FROM t',
  ])('%s', (text) => {
    expect(analysis(text).bounded).toBe(false);
  });
});

describe('a single row comes from', () => {
  test.each([
    'SELECT count(*) FROM t',
    'SELECT COALESCE(SUM(a), 0)::int AS total, max(b) FROM t WHERE c = 1',
    'SELECT * FROM t WHERE id = $1',
    'SELECT * FROM t WHERE tenant_id = $1 AND t."id" = {}',
    'SELECT * FROM users WHERE lower(email) = lower($1)',
    'SELECT * FROM users WHERE user_id = ?',
    'SELECT EXISTS (SELECT 1 FROM t WHERE a = 1)',
    'SELECT 1',
    "SELECT nextval('s')",
  ])('%s', (text) => {
    expect(analysis(text).singleRow).toBe(true);
  });
});

describe('many rows may come from', () => {
  test.each([
    'SELECT * FROM t',
    'SELECT a, count(*) FROM t GROUP BY a',
    'SELECT count(*) OVER (PARTITION BY a) FROM t',
    'SELECT * FROM t WHERE id > $1',
    'SELECT * FROM t WHERE id = ANY($1)',
    'SELECT * FROM t WHERE id = $1 OR a = 2',
    'SELECT * FROM posts WHERE user_id = $1',
    'SELECT * FROM t, u WHERE t.id = u.id',
    'SELECT * FROM t JOIN u ON u.tid = t.id WHERE t.id = $1',
    'SELECT a, (SELECT count(*) FROM u) FROM t',
    'SELECT unnest(ARRAY[1, 2])',
  ])('%s', (text) => {
    expect(analysis(text).singleRow).toBe(false);
  });
});

test('filters are the AND-ed conditions on columns', () => {
  const filters = (where: string) =>
    analysis(`SELECT * FROM t WHERE ${where}`).filters.map(({ column, operator }) => `${column} ${operator}`);
  expect(filters('a = 1 AND t.b IN (1, 2) AND "c" LIKE \'x%\' AND d > 4')).toEqual([
    'a =',
    'b in',
    'c like',
    'd other',
  ]);
  expect(filters('a BETWEEN 1 AND 2 AND b IS NULL')).toEqual(['a other', 'b other']);
  expect(filters('a = 1 OR b = 2')).toEqual([]);
  expect(filters('(a = 1 AND b = 2) AND (c = 1 OR d = 1)')).toEqual(['a =', 'b =']);
  expect(filters("data->>'kind' = 'x'")).toEqual(['data other']);
  expect(filters('a.id = b.a_id AND c = {}')).toEqual(['c =']);
  expect(filters('a = ANY($1) AND b NOT IN ({}) ORDER BY z')).toEqual(['a in', 'b other']);
  expect(filters('{} AND a = 1;')).toEqual(['a =']);
});

test('the tables named, those of the outermost statement first, without CTEs and holes', () => {
  expect(analysis('SELECT * FROM public.users u, "Posts" AS p LEFT JOIN `tags` ON 1 = 1').tables).toEqual([
    'users',
    'Posts',
    'tags',
  ]);
  expect(analysis('WITH a AS (SELECT * FROM inner_t) SELECT * FROM a JOIN outer_t ON true').tables).toEqual([
    'outer_t',
    'inner_t',
  ]);
  expect(analysis('SELECT * FROM {} WHERE id IN (SELECT id FROM x)').tables).toEqual(['x']);
  expect(analysis('INSERT INTO logs (a) VALUES (1)').tables).toEqual(['logs']);
  expect(analysis('UPDATE app.users SET a = 1').tables).toEqual(['users']);
  expect(analysis('SELECT a IS DISTINCT FROM b FROM t WHERE EXTRACT(EPOCH FROM c) > 1').tables).toEqual(['t']);
  expect(analysis('SELECT * FROM search_users($1)').tables).toEqual([]);
});

test('what an INSERT does on conflict', () => {
  expect(analysis('INSERT INTO t (a) VALUES (1)').upsert).toBe(false);
  expect(analysis('INSERT INTO t (a) VALUES (1) ON CONFLICT (a) DO NOTHING').upsert).toBe(true);
  expect(analysis('INSERT INTO t (a) VALUES (1) ON DUPLICATE KEY UPDATE a = VALUES(a)').upsert).toBe(true);
  expect(analysis('INSERT OR IGNORE INTO t (a) VALUES (1)').upsert).toBe(true);
  expect(analysis('MERGE INTO t USING s ON t.id = s.id WHEN MATCHED THEN UPDATE SET a = 1').upsert).toBe(true);
});

test('an assignment that reads its own column increments', () => {
  expect(analysis('UPDATE t SET n = n + 1 WHERE id = 1').increments).toBe(true);
  expect(analysis('UPDATE t SET a = 1, n = COALESCE(t.n, 0) - {}').increments).toBe(true);
  expect(analysis('INSERT INTO t (n) VALUES (1) ON CONFLICT (id) DO UPDATE SET n = t.n + EXCLUDED.n').increments).toBe(
    true,
  );
  expect(analysis('UPDATE t SET n = m + 1').increments).toBe(false);
  expect(analysis('UPDATE t SET n = -1 WHERE n = n + 1').increments).toBe(false);
});

test('star, returning, joins, grouping, where and writes', () => {
  expect(analysis('SELECT a, t.* FROM t').star).toBe(true);
  expect(analysis('SELECT count(*), a * b FROM t').star).toBe(false);
  expect(analysis('UPDATE t SET a = 1 RETURNING *')).toMatchObject({ returning: true, star: false, hasWhere: false });
  expect(analysis('SELECT a FROM t, u')).toMatchObject({ joins: true });
  expect(analysis('SELECT a FROM t CROSS APPLY f(a)')).toMatchObject({ joins: true });
  expect(analysis('SELECT a FROM t GROUP BY a')).toMatchObject({ grouped: true, joins: false });
  expect(analysis('SELECT a FROM (SELECT a FROM t WHERE b = 1 GROUP BY a) x')).toMatchObject({
    grouped: false,
    hasWhere: false,
  });
  expect(analysis('WITH x AS (DELETE FROM t RETURNING id) SELECT * FROM x')).toMatchObject({
    kind: 'select',
    writes: true,
  });
  expect(analysis('SELECT a FROM t FOR UPDATE SKIP LOCKED')).toMatchObject({ writes: false, tables: ['t'] });
});

test('placeholders are told from casts, JSON operators, slices and times', () => {
  const placeholders = (text: string) => analysis(text).placeholders;
  expect(placeholders('SELECT * FROM t WHERE a = $1 AND b = $12::int')).toEqual({ style: '$n', count: 2, highest: 12 });
  expect(placeholders('SELECT * FROM t WHERE a = ? AND b IN (?, ?) LIMIT ?')).toEqual({
    style: '?',
    count: 4,
    highest: 0,
  });
  expect(placeholders("SELECT * FROM t WHERE data ? 'k' AND data ?| $1 AND x @> $2")).toEqual({
    style: '$n',
    count: 2,
    highest: 2,
  });
  expect(placeholders("SELECT a::text, b[1:2], '10:30' FROM t WHERE c = :name")).toEqual({
    style: ':name',
    count: 1,
    highest: 0,
  });
  expect(placeholders('SELECT * FROM t WHERE id IN (:...ids)')).toEqual({ style: ':name', count: 1, highest: 0 });
  expect(placeholders('SELECT @@ROWCOUNT FROM t WHERE a = @p1')).toEqual({ style: '@name', count: 1, highest: 0 });
  expect(placeholders('SELECT * FROM ?? WHERE a = ?')).toEqual({ style: '?', count: 2, highest: 0 });
  expect(placeholders('SELECT * FROM t WHERE a = {id:UInt32}')).toEqual({ style: '{name:type}', count: 1, highest: 0 });
  expect(placeholders("SELECT '$1 ? :a' FROM t -- $2")).toEqual({ style: null, count: 0, highest: 0 });
});
