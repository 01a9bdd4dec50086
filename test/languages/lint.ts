/** Projects of schemas and migrations in a temporary folder, linted as a user's ESLint does it. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { ESLint, type Linter } from 'eslint';
import { afterAll } from 'vitest';
import exported from '../../src/languages/index.js';

const made: string[] = [];
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export type Files = Readonly<Record<string, string>>;

/** A folder with these files, and a package.json that says PostgreSQL unless they have their own. */
export function makeProject(files: Files): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'languages-')));
  made.push(root);
  const all = { 'package.json': '{ "name": "user", "private": true, "dependencies": { "pg": "8.16.0" } }', ...files };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** What all rules of the languages say of a project. */
export async function lint(files: Files, rules: Linter.RulesRecord = {}): Promise<ESLint.LintResult[]> {
  const cwd = makeProject(files);
  const eslint = new ESLint({
    cwd,
    overrideConfigFile: true,
    overrideConfig: [
      ...(exported.configs.all as unknown as Linter.Config[]),
      { files: ['**/*.{prisma,sql,json}'], rules },
    ],
  });
  return eslint.lintFiles(Object.keys(files).filter((path) => /\.(?:prisma|sql)$|tsconfig[\w.]*\.json$/.test(path)));
}

/** The findings, as `file:line:column-endColumn rule/message`. */
export async function findings(files: Files, rules: Linter.RulesRecord = {}): Promise<string[]> {
  const cwdOf = (path: string): string => path.slice(made.at(-1)!.length + 1);
  return (await lint(files, rules)).flatMap(({ filePath, messages }) =>
    messages.map(
      ({ line, column, endColumn, ruleId, messageId, message }) =>
        `${cwdOf(filePath).split(sep).join('/')}:${line}:${column}-${endColumn} ${ruleId?.replace('backend/', '') ?? message}/${messageId}`,
    ),
  );
}

/** A text after the first suggestion of its first finding. */
export async function suggested(files: Files): Promise<string | null> {
  for (const { source, messages } of await lint(files)) {
    const fix = messages[0]?.suggestions?.[0]?.fix;
    if (fix && source !== undefined) return source.slice(0, fix.range[0]) + fix.text + source.slice(fix.range[1]);
  }
  return null;
}
