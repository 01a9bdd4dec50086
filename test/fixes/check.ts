/** What every fix has to stand: the same rows for harmless input, nobody else's for hostile input. */
import { expect } from 'vitest';
import { fixed, load } from './apply.js';

export const SCHEMA = `
  CREATE TABLE users (id integer PRIMARY KEY, name text, email text, age integer, secret text);
  INSERT INTO users (id, name, email, age, secret) VALUES
    (1, 'Ada', 'ada@example.com', 36, 'a'), (2, 'Bob', 'bob@example.com', 41, 'b'), (3, 'O''Brien', 'ob@example.com', 29, 'c');
`;
const HOSTILE = "' OR 1=1 --";

export type Find = (value: unknown) => Promise<unknown> | unknown;
export interface Snippet {
  /** A body that exports `find(value)`, with `db` (and what the client needs) in scope through `require('./db')`. */
  readonly code: string;
  readonly after: string;
  readonly harmless: unknown;
  /** Where the value stands in no quotes. */
  readonly hostile?: unknown;
}

export const rowsOf = (result: unknown): unknown[] => {
  if (Array.isArray(result)) return Array.isArray(result[0]) ? (result[0] as unknown[]) : [...(result as unknown[])];
  return (result as { rows: unknown[] }).rows;
};

/** A query that fails gives no rows away. */
async function rowsOrNone(find: Find, value: unknown): Promise<unknown[]> {
  try {
    return rowsOf(await find(value));
  } catch {
    return [];
  }
}

export async function check(
  snippet: Snippet,
  dependencies: readonly string[],
  modules: Record<string, unknown>,
): Promise<void> {
  const after = fixed(snippet.code, dependencies);
  expect(after).toContain(snippet.after);
  const unsafe = load<{ find: Find }>(snippet.code, modules).find;
  const safe = load<{ find: Find }>(after, modules).find;
  const expected = rowsOf(await unsafe(snippet.harmless));
  expect(expected.length).toBe(1);
  expect(rowsOf(await safe(snippet.harmless))).toEqual(expected);
  const hostile = snippet.hostile ?? HOSTILE;
  expect((await rowsOrNone(unsafe, hostile)).length).toBe(3);
  expect(await rowsOrNone(safe, hostile)).toEqual([]);
}

export const find = (head: string, body: string): string => `${head}\nmodule.exports.find = (value) => ${body};\n`;
