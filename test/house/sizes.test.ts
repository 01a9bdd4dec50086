/** Small files with one subject: a rule of 250 lines holds knowledge that belongs to the model. */
import { describe, expect, it } from 'vitest';
import { allFiles, readSource } from './source.js';

const MOST_LINES = 600;
const MOST_LINES_OF_A_RULE = 250;
const MEDIAN_OF_RULES = 80;
/** With fewer rules a median says little. */
const ENOUGH_RULES = 6;

const RULE = /^src\/rules\/[^/]+\/[^/]+\.ts$/;
const linesOf = (path: string): number => readSource(path).trimEnd().split('\n').length;
const tooLong = (paths: string[], most: number): string[] =>
  paths.filter((path) => linesOf(path) > most).map((path) => `${path}: ${linesOf(path)} lines, more than ${most}`);

describe('sizes', () => {
  const sources = allFiles('src', /\.ts$/);
  const rules = sources.filter((path) => RULE.test(path));

  it(`no rule has more than ${MOST_LINES_OF_A_RULE} lines`, () => {
    expect(tooLong(rules, MOST_LINES_OF_A_RULE)).toEqual([]);
  });

  it.runIf(rules.length >= ENOUGH_RULES)(`half of the rules have less than ${MEDIAN_OF_RULES} lines`, () => {
    const lengths = rules.map(linesOf).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(MEDIAN_OF_RULES);
  });

  it(`no other file has more than ${MOST_LINES} lines`, () => {
    const others = [...sources.filter((path) => !RULE.test(path)), ...allFiles('scripts', /\.mjs$/)];
    expect(tooLong(others, MOST_LINES)).toEqual([]);
  });
});
