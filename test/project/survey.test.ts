import { rmSync } from 'node:fs';

import { afterEach, describe, expect, it, vi } from 'vitest';

import { refreshProject } from '../../src/project/caches.js';
import {
  allSpecifiers,
  allVersions,
  filesMentioning,
  importersOf,
  isSurveyComplete,
  textOf,
} from '../../src/project/survey.js';
import { findRequiredStrings, makeTextFilter, mayContain } from '../../src/project/text-filter.js';
import { type Files, makeProject, type ProjectOnDisk } from './project-on-disk.js';

let project: ProjectOnDisk;
afterEach(() => project.remove());

const make = (files: Files): ProjectOnDisk =>
  (project = makeProject({ 'package.json': { name: 'r', workspaces: ['packages/*'] }, ...files }));
const relative = (paths: readonly string[]): string[] =>
  paths.map((path) => path.slice(project.root.length + 1)).sort();
const mentioning = (needle: string | RegExp): string[] => relative(filesMentioning(project.root, needle));
const importers = (path: string): string[] => relative(importersOf(project.at(path)));

describe('filesMentioning', () => {
  it('finds strings by letter case and patterns by their flags', () => {
    make({ 'a.ts': 'jwt.sign(x)', 'b.ts': 'JWT.SIGN', 'c.ts': 'nothing', 'node_modules/d.ts': 'jwt.sign' });
    expect(mentioning('jwt.sign')).toEqual(['a.ts']);
    expect(mentioning(/jwt\.sign/i)).toEqual(['a.ts', 'b.ts']);
    expect(mentioning(/n.t/)).toEqual(['c.ts']);
    expect(mentioning(/jwt\.sign\(/g)).toEqual(['a.ts']);
    expect(mentioning('x')).toEqual(['a.ts']);
    expect(isSurveyComplete(project.root)).toBe(true);
  });

  it('sees saved, added and removed files in the next epoch', () => {
    make({ 'a.ts': 'needle', 'b.ts': '' });
    expect(mentioning('needle')).toEqual(['a.ts']);
    project.write({ 'b.ts': 'a needle', 'c.ts': 'needles' });
    expect(mentioning('needle')).toEqual(['a.ts']);
    refreshProject();
    expect(mentioning('needle')).toEqual(['a.ts', 'b.ts', 'c.ts']);
    rmSync(project.at('a.ts'));
    refreshProject();
    expect(mentioning('needle')).toEqual(['b.ts', 'c.ts']);
    expect(textOf(project.at('b.ts'))).toBe('a needle');
    expect(textOf(project.at('a.ts'))).toBeNull();
  });
});

it('tells that a file was changed or added', () => {
  make({ 'a.ts': '' });
  mentioning('needle');
  const before = allVersions();
  expect(allVersions()).toEqual(before);
  project.write({ 'b.ts': 'a needle' });
  refreshProject();
  const added = allVersions();
  expect(added).not.toEqual(before);
  project.write({ 'b.ts': 'no such thing' });
  refreshProject();
  expect(allVersions()).not.toEqual(added);
});

it('looks at the disk again after a pause by itself', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    make({ 'a.ts': '' });
    expect(mentioning('needle')).toEqual([]);
    project.write({ 'a.ts': 'needle' });
    vi.setSystemTime(Date.now() + 100);
    expect(mentioning('needle')).toEqual([]);
    // Parsing a large file takes its time, and is no pause.
    vi.setSystemTime(Date.now() + 400);
    expect(mentioning('needle')).toEqual([]);
    vi.setSystemTime(Date.now() + 2500);
    expect(mentioning('needle')).toEqual(['a.ts']);
  } finally {
    vi.useRealTimers();
  }
});

it('looks at the disk again when the process had nothing to do', async () => {
  make({ 'a.ts': '' });
  expect(mentioning('needle')).toEqual([]);
  project.write({ 'a.ts': 'needle' });
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(mentioning('needle')).toEqual(['a.ts']);
});

describe('importersOf', () => {
  it('finds importers by every kind of import, across packages', () => {
    make({
      'packages/db/package.json': { name: '@acme/db', main: 'dist/index.js' },
      'packages/db/src/index.ts': '',
      'packages/db/src/local.ts': "import { db } from '.';",
      'packages/api/package.json': { name: 'api' },
      'packages/api/tsconfig.json': { compilerOptions: { paths: { 'db-alias': ['../db/src/index.ts'] } } },
      'packages/api/a.ts': "import type { Db } from '@acme/db';",
      'packages/api/b.ts': "export * from 'db-alias';",
      'packages/api/c.js': "const db = require('@acme/db');",
      'packages/api/d.ts': "const db = await import(/* lazy */ '@acme/db');",
      'packages/api/e.ts': "import '../db/src/index.js';",
      'packages/api/f.ts': "import { x } from './a';",
    });
    expect(importers('packages/db/src/index.ts')).toEqual([
      'packages/api/a.ts',
      'packages/api/b.ts',
      'packages/api/c.js',
      'packages/api/d.ts',
      'packages/api/e.ts',
      'packages/db/src/local.ts',
    ]);
    expect(importers('packages/api/a.ts')).toEqual(['packages/api/f.ts']);
    expect(importers('packages/api/f.ts')).toEqual([]);
  });

  it('sees a sibling that was saved, and a target that appeared', () => {
    make({ 'a.ts': "import './later'; import './b';", 'b.ts': '', 'c.ts': '' });
    expect(importers('b.ts')).toEqual(['a.ts']);
    project.write({ 'c.ts': "import './b';", 'later.ts': '' });
    refreshProject();
    expect(importers('b.ts')).toEqual(['a.ts', 'c.ts']);
    expect(importers('later.ts')).toEqual(['a.ts']);
  });
});

it('reads specifiers without parsing', () => {
  make({});
  const text = `import a from "a"; import{b}from'b'; export {c} from 'c'
import 'd'; import e = require('e'); const f = require("f"), g = await import(\`g\`);
import {
  long,
} from './h'; const no = fromage('x'); import(\`./\${x}\`)`;
  expect(allSpecifiers(text).sort()).toEqual(['./h', 'a', 'b', 'c', 'd', 'e', 'f', 'g']);
});

describe('the text filter', () => {
  it('never denies what the text holds', () => {
    make({});
    const text = Array.from(
      { length: 400 },
      (_, index) => `const name${String(index)} = require('./Ümlaut-${String(index * 7)}');`,
    ).join('\n');
    const filter = makeTextFilter(text);
    for (let index = 0; index + 20 < text.length; index += 13)
      expect(mayContain(filter, text.slice(index, index + 20))).toBe(true);
    expect(mayContain(filter, 'NAME12 = REQUIRE')).toBe(true);
  });

  it('denies nearly all that the text does not hold', () => {
    make({});
    const filter = makeTextFilter(
      'export class UserService { constructor(private readonly users: UserRepository) {} }'.repeat(5),
    );
    const absent = ['createHmac', 'jsonwebtoken', 'rateLimiter', 'findMany', 'passport', 'express-session'];
    expect(absent.filter((word) => mayContain(filter, word))).toEqual([]);
  });

  it.each<[RegExp, readonly string[] | null]>([
    [/jsonwebtoken/, ['jsonwebtoken']],
    [/rate.?limit|throttl|limiter/i, ['limit', 'throttl', 'limiter']],
    [/create(?:Hmac|Hash)\(/, ['create']],
    [/\bsign\s*\(/, ['sign']],
    [/colou?rs?/, ['colo']],
    [/a|longer/, null],
    [/(foo|bar)/, ['foo', 'bar']],
    [/(?:local|session)Storage/, ['Storage']],
    [/(?<verb>insert|update)\b/, ['insert', 'update']],
    [/x(?:insert|up)/, null],
    [/(?:insert|update)?s/, null],
    [/(?!insert)x/, null],
    [/fo{2,}bars*/, ['bar']],
    [/[a-z]+/, null],
    [/\x41bcdef/, null],
    [/@nestjs\/jwt/, ['@nestjs/jwt']],
    [/wörter/i, null],
  ])('reads from %s the strings %j', (pattern, strings) => {
    make({});
    expect(findRequiredStrings(pattern)).toEqual(strings);
  });
});
