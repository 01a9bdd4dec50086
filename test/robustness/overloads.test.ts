import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { expect, it } from 'vitest';
import plugin from '../../src/index.js';

it('takes overloads and declarations of another file for functions that give nothing back', () => {
  const dir = mkdtempSync(join(tmpdir(), 'overloads-'));
  writeFileSync(join(dir, 'package.json'), '{ "name": "overloads" }');
  writeFileSync(
    join(dir, 'text.ts'),
    [
      'export declare function declared(x: string): string;',
      'export function text(x: string): string;',
      'export function text(x: unknown): string { return `SELECT ${x}`; }',
      'export class Texts { of(x: string): string; of(x: unknown): string { return `SELECT ${x}`; } }',
    ].join('\n'),
  );
  const code = [
    "import { Pool } from 'pg';",
    "import { declared, text, Texts } from './text';",
    'export const run = (x: string) => new Pool().query(declared(x) + text(x) + new Texts().of(x));',
    'export const guess = (x: string) => something.query(declared(x), { a: declared(x), b: text(x), c: new Texts().of(x) });',
  ].join('\n');
  const messages = new Linter({ cwd: dir }).verify(
    code,
    {
      files: ['**/*.ts'],
      plugins: { backend: plugin as never },
      rules: Object.fromEntries(Object.keys(plugin.rules).map((name) => [`backend/${name}`, 'error'])),
      languageOptions: { parser: parser as Linter.Parser },
    },
    { filename: join(dir, 'run.ts') },
  );
  rmSync(dir, { recursive: true });
  expect(messages.filter(({ messageId }) => messageId === 'internalError')).toEqual([]);
});
