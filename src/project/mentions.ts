import { findRequiredStrings, makeTextFilter, mayContain, type TextFilter } from './text-filter.js';

/** Bits for a character of the text: with so many, one word in a hundred seems to be there and isn't. */
const DENSITY = 8;
const filters = new WeakMap<object, TextFilter>();
const required = new WeakMap<RegExp, readonly string[] | null>();

/**
 * Whether a linted text matches a rule's pattern. Most rules concern few files: one pass over a text tells for most of
 * their patterns that they can't match, and only the others are tried.
 * @param owner stands for the text: what the linter keeps for one look at one file
 */
export function mentions(owner: object, text: string, pattern: RegExp): boolean {
  let strings = required.get(pattern);
  if (strings === undefined) required.set(pattern, (strings = findRequiredStrings(pattern)));
  if (strings) {
    let filter = filters.get(owner);
    if (!filter) filters.set(owner, (filter = makeTextFilter(text, DENSITY)));
    if (!mayContainAny(filter, strings)) return false;
  }
  return pattern.test(text);
}

function mayContainAny(filter: TextFilter, strings: readonly string[]): boolean {
  for (const each of strings) if (mayContain(filter, each)) return true;
  return false;
}
