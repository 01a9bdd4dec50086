import { describe, expect, test } from 'vitest';
import { analyseSql } from '../../src/sql/index.js';
import { analysis, hole, template } from './helpers.js';

describe('a value stands', () => {
  test.each([
    ['SELECT * FROM users WHERE id = {}', 'id', 'where'],
    ['SELECT * FROM users u WHERE u."tenantId" <> {} AND a = 1', 'tenantId', 'where'],
    ['SELECT * FROM t WHERE a BETWEEN {} AND 5', 'a', 'where'],
    ['SELECT * FROM t WHERE a BETWEEN 1 AND {}', 'a', 'where'],
    ['SELECT * FROM t WHERE name ILIKE {}', 'name', 'where'],
    ['SELECT * FROM t WHERE data @> {}::jsonb', 'data', 'where'],
    ["SELECT * FROM t WHERE data->>'kind' = {}", 'data', 'where'],
    ['SELECT * FROM t WHERE lower(email) = lower({})', 'email', 'where'],
    ['SELECT * FROM t WHERE id = ANY({})', 'id', 'where'],
    ['SELECT * FROM t WHERE id IN (1, {})', 'id', 'where'],
    ['UPDATE t SET a = 1, b = {} WHERE c = 2', 'b', 'set'],
    ['UPDATE t SET a = a + {}', undefined, 'set'],
    ['INSERT INTO t (a, b) VALUES (1, {})', 'b', 'values'],
    ['INSERT INTO t (a, b) VALUES (1, 2), ({}, 4)', 'a', 'values'],
    ['INSERT INTO t (a) VALUES ({})', 'a', 'values'],
    ['SELECT CASE WHEN a = {} THEN 1 END FROM t', 'a', 'select'],
    ['SELECT CASE a WHEN {} THEN 1 END FROM t', undefined, 'select'],
    ['SELECT a FROM t JOIN u ON u.id = t.id AND u.kind = {}', 'kind', 'on'],
    ['SELECT a FROM t GROUP BY a HAVING count(*) > {}', undefined, 'having'],
    ['SELECT * FROM search({}, 10)', undefined, 'from'],
    ['SELECT pg_advisory_lock({})', undefined, 'select'],
    ['SELECT * FROM t WHERE a IS DISTINCT FROM {}', undefined, 'where'],
    ['SELECT * FROM t WHERE a > now() - INTERVAL {} DAY', undefined, 'where'],
    ['SELECT * FROM t WHERE a AT TIME ZONE {} > now()', undefined, 'where'],
    ['SELECT * FROM t ORDER BY embedding <-> {}', undefined, 'order by'],
    ['SELECT * FROM (SELECT * FROM t WHERE a = {}) x', 'a', 'where'],
  ])('in %s', (text, column, clause) => {
    expect(hole(text)).toMatchObject({ role: 'value', bindable: true, clause });
    if (column !== undefined) expect(hole(text).column).toBe(column);
  });
});

describe('no value can stand', () => {
  test.each([
    ['SELECT * FROM {}', 'identifier'],
    ['SELECT * FROM {}.users', 'identifier'],
    ['SELECT * FROM users_{} WHERE a = 1', 'identifier'],
    ['SELECT * FROM "{}" WHERE a = 1', 'identifier'],
    ['SELECT * FROM `{}` WHERE a = 1', 'identifier'],
    ['SELECT * FROM [{}] WHERE a = 1', 'identifier'],
    ['SELECT {} FROM t', 'identifier'],
    ['SELECT a, {} FROM t', 'identifier'],
    ['SELECT count({}) FROM t', 'identifier'],
    ['SELECT * FROM t WHERE {} = 1', 'identifier'],
    ['SELECT * FROM t WHERE lower({}) = 1', 'identifier'],
    ['SELECT * FROM t WHERE a = {}.id', 'identifier'],
    ['SELECT * FROM t WHERE a = {}(1)', 'identifier'],
    ['SELECT a::{} FROM t', 'identifier'],
    ['SELECT a AS {} FROM t', 'identifier'],
    ['SELECT * FROM t ORDER BY {}', 'identifier'],
    ['SELECT * FROM t ORDER BY {} DESC', 'identifier'],
    ['SELECT * FROM t GROUP BY {}', 'identifier'],
    ['UPDATE t SET {} = 1', 'identifier'],
    ['INSERT INTO t ({}) VALUES (1)', 'identifier'],
    ['DELETE FROM t RETURNING {}', 'identifier'],
    ['SELECT * FROM t ORDER BY a {}', 'keyword'],
    ['SELECT * FROM t WHERE a {} 5', 'keyword'],
    ['SELECT * FROM t WHERE a = 1 {} b = 2', 'keyword'],
    ['SELECT * FROM t {} JOIN u ON u.id = t.id', 'keyword'],
    ['SELECT * FROM t WHERE a IS {}', 'keyword'],
    ['SELECT * FROM t WHERE {}', 'fragment'],
    ['SELECT * FROM t WHERE a = 1 {}', 'fragment'],
    ['SELECT * FROM t WHERE a = 1 AND ({})', 'fragment'],
    ['SELECT * FROM t {}', 'fragment'],
    ['SELECT * FROM t WHERE a > now() - b::interval {}', 'fragment'],
    ['SELECT * FROM t WHERE a = t.end {} ORDER BY a', 'fragment'],
    ['SELECT * FROM ({}) x', 'fragment'],
    ['SELECT * FROM t LIMIT 5 {}', 'fragment'],
    ['SELECT * FROM t WHERE (a, b) IN ({})', 'fragment'],
    ['SELECT * FROM t WHERE a IN {}', 'fragment'],
    ['UPDATE t SET {} WHERE a = 1', 'fragment'],
    ['INSERT INTO t (a, b) VALUES ({})', 'fragment'],
    ['INSERT INTO t (a, b) VALUES {}', 'fragment'],
    ['SELECT * FROM t WHERE a = ${}', 'placeholder'],
    ['SELECT * FROM t WHERE a = :id_{}', 'placeholder'],
  ])('in %s', (text, role) => {
    expect(hole(text)).toMatchObject({ role, bindable: false, reason: role });
  });
});

test('three holes in a row are a column, an operator and a value', () => {
  expect(analysis('SELECT * FROM t WHERE {} {} {}').holes.map(({ role }) => role)).toEqual([
    'identifier',
    'keyword',
    'value',
  ]);
});

test('a sort column and a direction', () => {
  expect(analysis('SELECT * FROM t ORDER BY {} {} LIMIT {}').holes.map(({ role }) => role)).toEqual([
    'identifier',
    'keyword',
    'limit',
  ]);
});

test('LIMIT and OFFSET take parameters, in every form that they come in', () => {
  const roles = (text: string): string[] =>
    analysis(text).holes.map((position) => `${position.role} ${position.bindable}`);
  expect(roles('SELECT * FROM t LIMIT {} OFFSET {}')).toEqual(['limit true', 'limit true']);
  expect(roles('SELECT * FROM t LIMIT {}, {}')).toEqual(['limit true', 'limit true']);
  expect(roles('SELECT * FROM t ORDER BY a OFFSET {} ROWS FETCH NEXT {} ROWS ONLY')).toEqual([
    'limit true',
    'limit true',
  ]);
  expect(roles('SELECT TOP ({}) * FROM t')).toEqual(['limit true']);
  expect(hole('SELECT TOP {} * FROM t')).toMatchObject({ role: 'limit', bindable: false, reason: 'bare-top' });
});

test('a hole in quotes knows what else the quotes hold', () => {
  expect(hole("SELECT * FROM t WHERE name LIKE '%{}%'")).toMatchObject({
    role: 'quoted',
    quote: "'",
    before: '%',
    after: '%',
    column: 'name',
    bindable: true,
  });
  expect(hole("SELECT * FROM t WHERE name = 'it''s {}'")).toMatchObject({ role: 'quoted', before: "it''s " });
  expect(hole("SELECT * FROM t WHERE path = '\\' AND a = '{}'")).toMatchObject({ role: 'quoted', column: 'a' });
  expect(hole("SELECT * FROM t WHERE name = 'it\\'s' AND a = '{}'")).toMatchObject({ role: 'quoted', column: 'a' });
});

test('double quotes hold a name, but behind a comparison a MySQL string', () => {
  expect(hole('SELECT * FROM t WHERE name = "{}"')).toMatchObject({ role: 'quoted', quote: '"', bindable: true });
  expect(hole('SELECT * FROM t WHERE a = "{}"."id"')).toMatchObject({ role: 'identifier' });
  const pg = analyseSql(template('SELECT * FROM t WHERE name = "{}"'), { doubleQuotes: 'identifier' });
  expect(pg?.holes[0]).toMatchObject({ role: 'identifier', bindable: false });
});

test('the whole content of IN is a list, with the quotes round its elements', () => {
  expect(hole('SELECT * FROM t WHERE id IN ({})')).toMatchObject({ role: 'list', column: 'id', bindable: true });
  expect(hole("SELECT * FROM t WHERE t.id NOT IN ('{}')")).toMatchObject({ role: 'list', column: 'id', quote: "'" });
  expect(hole('SELECT * FROM t WHERE tags && ARRAY[{}]')).toMatchObject({ role: 'list', column: 'tags' });
});

describe('a quoted hole can not be bound', () => {
  test.each([
    ["SELECT * FROM t WHERE a > now() - INTERVAL '{} days'", 'interval-literal'],
    ["SELECT * FROM t WHERE a > DATE '{}'", 'typed-literal'],
    ["SELECT a AS '{}' FROM t", 'identifier'],
    ["SELECT date_trunc('day', a) FROM t GROUP BY date_trunc('{}', a)", 'group-by'],
    ["CREATE TABLE t (a text DEFAULT '{}')", 'ddl'],
    ["ALTER ROLE app SET search_path = '{}'", 'ddl'],
    ["SET LOCAL statement_timeout = '{}'", 'utility-statement'],
    ["NOTIFY events, '{}'", 'utility-statement'],
    ["BEGIN; UPDATE t SET a = '{}'; COMMIT", 'multiple-statements'],
    ["SELECT data->>'$.{}' FROM t", 'json-path'],
    ["SELECT * FROM t WHERE a = X'{}'", 'string-prefix'],
  ])('in %s', (text, reason) => {
    expect(hole(text)).toMatchObject({ role: 'quoted', bindable: false, reason });
  });
});

test('an interval made by a cast takes a parameter', () => {
  expect(hole("SELECT * FROM t WHERE a > now() - '{} days'::interval")).toMatchObject({
    role: 'quoted',
    bindable: true,
  });
});

test('holes in comments and dollar quotes are no values', () => {
  expect(hole('SELECT a FROM t -- {}')).toMatchObject({ bindable: false, reason: 'comment' });
  expect(hole('SELECT a /* {} */ FROM t')).toMatchObject({ bindable: false, reason: 'comment' });
  expect(hole('DO $$ BEGIN PERFORM {}; END $$')).toMatchObject({ bindable: false, reason: 'dollar-quoted' });
});

test('names in DDL and channels are identifiers', () => {
  expect(hole('DROP DATABASE IF EXISTS {}')).toMatchObject({ role: 'identifier', bindable: false });
  expect(hole('LISTEN {}')).toMatchObject({ role: 'identifier', bindable: false });
});

test('the text of whereRaw and orderByRaw is read as the inside of its clause', () => {
  const where = analyseSql(template("name = '{}'"), { clause: 'where' });
  expect(where?.holes[0]).toMatchObject({ role: 'quoted', column: 'name', clause: 'where', bindable: true });
  const order = analyseSql(template('{} {}'), { clause: 'order by' });
  expect(order?.holes.map(({ clause }) => clause)).toEqual(['order by', 'order by']);
});
