import { describe, expect, test } from 'vitest';
import { isSqlTemplate, isSqlText } from '../../src/sql/index.js';
import { template } from './helpers.js';

describe('isSqlText says yes to', () => {
  test.each([
    'SELECT * FROM users',
    'select id, name from users where id = $1',
    'SELECT 1',
    'SELECT now()',
    "SELECT nextval('seq')",
    'SELECT pg_advisory_xact_lock($1)',
    'SELECT EXISTS (SELECT 1 FROM users WHERE id = $1)',
    "SELECT ''::text AS a, i.id::text FROM invoices i WHERE i.team_id = $1",
    'SELECT u.id AS one FROM public.users AS u LEFT JOIN a ON a.id = u.id',
    'SELECT CASE WHEN a IS DISTINCT FROM b THEN 1 ELSE 2 END FROM t',
    '\n  -- the newest\n  SELECT *\n  FROM users',
    '/* report */ SELECT a FROM t',
    '(SELECT a FROM t) UNION ALL (SELECT b FROM u)',
    'SELECT TOP 10 * FROM dbo.[Users]',
    'INSERT INTO users (a, b) VALUES ($1, $2)',
    'INSERT IGNORE INTO `users` SET a = ?',
    'insert into users select * from old_users',
    'REPLACE INTO t (a) VALUES (1)',
    'UPDATE users SET name = ? WHERE id = ?',
    'update "users" u set n = n + 1',
    'DELETE FROM sessions WHERE expires_at < now()',
    'WITH recent AS (SELECT * FROM a) SELECT * FROM recent',
    'WITH RECURSIVE tree (id) AS (SELECT 1) SELECT * FROM tree',
    'WITH x AS MATERIALIZED (SELECT 1) SELECT * FROM x',
    'CREATE TABLE users (id int)',
    'CREATE UNIQUE INDEX CONCURRENTLY x ON t (a)',
    'create table if not exists t (id int)',
    'ALTER TABLE users ADD COLUMN a int',
    'DROP TABLE users',
    'TRUNCATE users CASCADE',
    'CALL refresh_totals(1)',
    'EXEC dbo.GetUser @id = 1',
    'NOTIFY events',
    'LISTEN events',
    'SET search_path TO app',
    "SET LOCAL statement_timeout = '5s'",
    'MERGE INTO t USING s ON t.id = s.id WHEN MATCHED THEN UPDATE SET a = 1',
    'BEGIN',
    'COMMIT;',
    'BEGIN TRANSACTION ISOLATION LEVEL SERIALIZABLE',
    'START TRANSACTION',
    'EXPLAIN ANALYZE SELECT * FROM users',
    'WHERE id = $1',
    ' AND deleted_at IS NULL',
    ' ORDER BY "createdAt" DESC',
    'LEFT JOIN posts p ON p.user_id = u.id',
  ])('%s', (text) => {
    expect(isSqlText(text)).toBe(true);
  });
});

describe('isSqlText says no to', () => {
  test.each([
    '',
    'Select an item from the list',
    'Select files from your computer',
    'select the best answer from the options below',
    'Select a folder to move the document to.',
    'Select all',
    'SELECT THE BEST ANSWER FROM THE LIST',
    'update from x',
    'update and persist settings',
    'Update the set of rules',
    'UPDATE',
    'Updated user 5',
    'Insert into the slot',
    'Delete a recipient from a document',
    'Delete from cart',
    'DELETE /api/users/:id',
    'DELETE',
    'Create table reservation',
    'create user account',
    'Drop files here',
    'With love from the team',
    'with the following (as discussed)',
    'Call me (now)',
    'call support',
    'Set x to y',
    'SET user:1 value',
    'begin',
    'commit message',
    'Commit your changes',
    'Where is my order?',
    'and then some',
    'or use a passkey',
    'order by phone',
    'Limit reached',
    'query { users(where: { id: 1 }) { id } }',
    'mutation Update($id: ID!) { updateUser(id: $id) { id } }',
    'fragment UserFields on User { id }',
    '<select name="from"><option>where</option></select>',
    'https://example.com/select?from=users',
    'You are a helpful assistant. SELECT the best answer FROM the list.',
    'user.select.from',
    '-----BEGIN CERTIFICATE-----',
    '{"select": "x", "from": "y"}',
  ])('%s', (text) => {
    expect(isSqlText(text)).toBe(false);
  });
});

test('a template is SQL where its holes stand for names and values', () => {
  expect(isSqlTemplate(template('SELECT {} FROM {} WHERE {}'))).toBe(true);
  expect(isSqlTemplate(template('UPDATE {} SET {} WHERE id = 1'))).toBe(true);
  expect(isSqlTemplate(template('INSERT INTO {} ({}) VALUES ({})'))).toBe(true);
  expect(isSqlTemplate(template('LISTEN {}'))).toBe(true);
  expect(isSqlTemplate(template('SET search_path TO {}'))).toBe(true);
});

test('a template of prose with holes is no SQL', () => {
  expect(isSqlTemplate(template('{}'))).toBe(false);
  expect(isSqlTemplate(template('delete {}'))).toBe(false);
  expect(isSqlTemplate(template('Select {}'))).toBe(false);
  expect(isSqlTemplate(template('Update {} from {}'))).toBe(false);
  expect(isSqlTemplate(template('DELETE {}/{}'))).toBe(false);
});
