import { describe, expect, it } from 'vitest';
import { maskSentence, maskSource } from '../../src/survey/masks.js';

const NONE = { ranges: [], texts: [] };

describe('masks', () => {
  it('covers the literals of a stretch and leaves every other character in its place', () => {
    const source = "const key = sign('abc', \"d\\\"ef\");\nnext('plain');";
    const end = source.indexOf('\n');
    expect(maskSource(source, { ranges: [[0, end]], texts: [] })).toBe(
      "const key = sign('•••', \"•••••\");\nnext('plain');",
    );
  });

  it('keeps the lines of a text over several lines', () => {
    const source = 'const key = `-----\nabc\n-----`;';
    expect(maskSource(source, { ranges: [[12, source.length]], texts: [] })).toBe('const key = `•••••\n•••\n•••••`;');
  });

  it.each([
    ["password: 'hunter2'", "password: '•••••••'"],
    ['const apiKey = "abc"', 'const apiKey = "•••"'],
    ["process.env.JWT_SECRET ?? 'dev'", "process.env.JWT_SECRET ?? '•••'"],
    ["headers['x-token'] = 'abc'", "headers['x-token'] = '•••'"],
    ["title: 'Password'", "title: 'Password'"],
  ])('covers what is named after a secret: %s', (source, masked) => {
    expect(maskSource(source, NONE)).toBe(masked);
  });

  it('takes the texts of secrets out of sentences', () => {
    expect(maskSentence('The value abcdef stands here.', { ranges: [], texts: ['abcdef'] })).toBe(
      'The value •••••• stands here.',
    );
  });
});
