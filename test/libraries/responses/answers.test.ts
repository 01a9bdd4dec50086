import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { expect, it } from 'vitest';
import { answersOf } from '../../../src/facts/responses.js';
import { findLintedFile } from '../../../src/project/linted.js';

/** The answers of a file beside this test, one line each: its line, how it is given, status, body. */
function answersIn(name: string): string[] {
  const filename = fileURLToPath(new URL(name, import.meta.url));
  let answers: string[] = [];
  const rule = {
    create: (context: unknown) => ({
      Program() {
        const file = findLintedFile(context as never)!;
        answers = answersOf(file).map(({ node, does, kind, status, bodies, helper }) => {
          const body = bodies.map((each) => file.text.slice(...each.range)).join(' + ');
          return [node.loc.end.line, does, kind, status ?? '?', body, helper ? 'helper' : ''].filter(Boolean).join(' ');
        });
      },
    }),
  };
  const config = {
    files: ['**/*.ts'],
    plugins: { test: { rules: { answers: rule as never } } },
    rules: { 'test/answers': 'error' as const },
    languageOptions: { parser: parser as Linter.Parser },
  };
  new Linter({ cwd: fileURLToPath(new URL('.', import.meta.url)) }).verify(readFileSync(filename, 'utf8'), config, {
    filename,
  });
  return answers;
}

it('Express: chains, a status set before, helpers of other files, next, error handlers', () => {
  expect(answersIn('express.ts')).toEqual([
    "7 send json 404 { error: 'Not found' }",
    "9 send any 201 'made'",
    "13 send json 422 'Bad input' helper",
    "15 pass any ? new Error('x')",
    '18 pass any ? err',
    '19 send json ? { message: err.message }',
  ]);
});

it('other frameworks: values, assignments, errors thrown, what a handler gives back', () => {
  expect(answersIn('others.ts')).toEqual([
    "12 set any 403 { error: 'no' }",
    "13 throw text 400 'bad'",
    '15 value json 404 { what }',
    "17 value json 404 'q' helper",
    '18 value json 200 { ok: true }',
    "21 send any 400 { error: 'q' }",
    '23 return json 202 { queued: true }',
    '29 send json 404 {}',
    "30 error json 404 'thing'",
    "33 return json 503 { error: 'x' }",
    "34 error json 404 'gone'",
    "37 error json 404 'none'",
  ]);
});
