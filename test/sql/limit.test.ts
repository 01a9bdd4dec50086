import { describe, expect, test } from 'vitest';
import { findLimitInsertion, findLimitInsertionInTemplate } from '../../src/sql/index.js';
import { template } from './helpers.js';

const limited = (text: string): string | null => {
  const at = findLimitInsertion(text);
  return at === null ? null : `${text.slice(0, at)} LIMIT 9${text.slice(at)}`;
};

describe('LIMIT is put in', () => {
  test.each([
    ['SELECT * FROM t', 'SELECT * FROM t LIMIT 9'],
    ['SELECT * FROM t ORDER BY a DESC;', 'SELECT * FROM t ORDER BY a DESC LIMIT 9;'],
    ['SELECT * FROM t\n  WHERE a = 1 -- all\n', 'SELECT * FROM t\n  WHERE a = 1 LIMIT 9 -- all\n'],
    ['SELECT * FROM t OFFSET 5', 'SELECT * FROM t LIMIT 9 OFFSET 5'],
    ['SELECT * FROM t FOR UPDATE SKIP LOCKED', 'SELECT * FROM t LIMIT 9 FOR UPDATE SKIP LOCKED'],
    ['SELECT a FROM t UNION SELECT b FROM u', 'SELECT a FROM t UNION SELECT b FROM u LIMIT 9'],
    [
      'SELECT * FROM t WHERE id IN (SELECT id FROM u LIMIT 1)',
      'SELECT * FROM t WHERE id IN (SELECT id FROM u LIMIT 1) LIMIT 9',
    ],
    ['WITH x AS (SELECT 1) SELECT * FROM x', 'WITH x AS (SELECT 1) SELECT * FROM x LIMIT 9'],
  ])('%s', (before, after) => {
    expect(limited(before)).toBe(after);
  });
});

test.each([
  'SELECT * FROM t LIMIT 5',
  'SELECT 1',
  'SELECT TOP 5 * FROM t',
  'SELECT * FROM [t]',
  'SELECT * FROM t WITH (NOLOCK)',
  'SELECT * FROM t ORDER BY a OFFSET 5 ROWS',
  'SELECT * FROM t WHERE',
  'SELECT * FROM t; SELECT * FROM u',
  'UPDATE t SET a = 1',
  'Select an item from the list',
])('LIMIT is not put in: %s', (text) => {
  expect(findLimitInsertion(text)).toBeNull();
});

test('in a template the place is a piece and an offset in it', () => {
  expect(findLimitInsertionInTemplate(template('SELECT * FROM t WHERE a = {} ORDER BY b;'))).toEqual({
    piece: 2,
    offset: 11,
  });
  expect(findLimitInsertionInTemplate(template('SELECT * FROM t WHERE a = {}'))).toEqual({ piece: 2, offset: 0 });
});

test('a hole that may bring a LIMIT of its own is left alone', () => {
  expect(findLimitInsertionInTemplate(template('SELECT * FROM t WHERE a = 1 {}'))).toBeNull();
});
