/** Applies the fixes of no-sql-concat to a snippet, the way `eslint --fix` does, and runs snippets before and after. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { rule } from '../../src/rules/data/no-sql-concat.js';

const require = createRequire(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'sql-fixes-'));
let count = 0;

export const cleanUp = (): void => rmSync(folder, { recursive: true, force: true });

/** The code after `--fix`; the fixed code has no finding left. */
export function fixed(code: string, dependencies: readonly string[]): string {
  const cwd = join(folder, `project${count++}`);
  mkdirSync(join(cwd, 'src'), { recursive: true });
  const versions = Object.fromEntries(dependencies.map((name) => [name, '*']));
  writeFileSync(join(cwd, 'package.json'), JSON.stringify({ name: 'app', dependencies: versions }));
  const file = join(cwd, 'src', 'queries.js');
  writeFileSync(file, code);
  const linter = new Linter({ cwd });
  const config: Linter.Config = {
    files: ['**/*.js'],
    plugins: { backend: { rules: { 'no-sql-concat': rule as never } } },
    rules: { 'backend/no-sql-concat': 'error' },
    languageOptions: { parser: parser as Linter.Parser, sourceType: 'commonjs' },
  };
  const before = linter.verify(code, config, { filename: file });
  if (before.length !== 1) throw new Error(`one finding expected, not ${JSON.stringify(before)}`);
  const { output, messages } = linter.verifyAndFix(code, config, { filename: file });
  if (messages.length > 0) throw new Error(`left after the fix: ${messages[0]!.message}\n${output}`);
  return output;
}

/** Runs a CommonJS snippet, with `modules` in the place of what it requires. */
export function load<T>(code: string, modules: Readonly<Record<string, unknown>>): T {
  const module = { exports: {} as T };
  // The snippets are this test's own.
  const run = new Function('require', 'module', code) as (load: (name: string) => unknown, into: typeof module) => void;
  run((name) => modules[name] ?? require(name), module);
  return module.exports;
}
