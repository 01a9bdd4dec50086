/**
 * Scores every rule on annotated small backends: `test/cases/<rule>/<project>/…`.
 *
 * Line comments stand on the line before the code: `// bad: rule` (a report starts inside the next statement, member,
 * property or argument), `// ok: rule` (none does), `// fix: rule` (one there offers a fix or suggestion); `bad-cross` and
 * `ok-cross` where another file decides. `// @complete: rule` makes any other report of that rule in the file an error.
 */
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as parser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import { afterAll, describe, expect, it } from 'vitest';
import plugin from '../src/index.js';

const CASES = fileURLToPath(new URL('./cases', import.meta.url));
const SOURCE = /\.[cm]?[jt]sx?$/;
const PREFIX = 'backend/';
const BLANK_OR_COMMENT = /^\s*(\/\/.*|\/\*.*\*\/\s*)?$/;
const COMPLETE = /\/\/\s*@complete:\s*([\w, -]+?)(\s--.*)?$/;
const ANNOTATION = /^\s*\/\/\s*(bad|ok|bad-cross|ok-cross|fix):\s*([\w, -]+?)(\s--.*)?$/;

/** What one annotation says of the lines `first` to `last`. */
interface Expectation {
  kind: string;
  rule: string;
  first: number;
  last: number;
}

interface SyntaxNode {
  type: string;
  loc: { start: { line: number; column: number }; end: { line: number } };
  callee?: { property?: SyntaxNode };
}

// Projects are linted outside `test/`, where the plugin would rightly take them for test files.
const workspace = mkdtempSync(join(tmpdir(), 'cases-'));
afterAll(() => rmSync(workspace, { recursive: true, force: true }));

const known = new Set(Object.keys(plugin.rules ?? {}));

for (const rule of allFolders(CASES)) {
  describe(rule, () => {
    for (const name of allFolders(join(CASES, rule))) {
      (known.has(rule) ? it : it.skip)(name, { timeout: 60_000 }, async () => {
        expect((await allFaults(rule, name)).join('\n')).toBe('');
      });
    }
  });
}

/** Lints a copy of the project with the rules that its annotations name; what differs from these, one line each. */
async function allFaults(rule: string, name: string): Promise<string[]> {
  const cwd = join(workspace, rule, name);
  cpSync(join(CASES, rule, name), cwd, { recursive: true });
  const eslint = new ESLint({
    cwd,
    overrideConfigFile: true,
    allowInlineConfig: false,
    ignore: false,
    overrideConfig: {
      files: ['**/*.{js,mjs,cjs,ts,mts,cts,jsx,tsx}'],
      plugins: { backend: plugin as unknown as ESLint.Plugin },
      rules: Object.fromEntries([...rulesIn(cwd)].map((each) => [PREFIX + each, 'error' as const])),
      languageOptions: { parser: parser as Linter.Parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    },
  });
  const results = await eslint.lintFiles(allSources(cwd));
  return results.flatMap((result) => allFaultsOfFile(result, relative(cwd, result.filePath)));
}

/** The rules that a project's annotations speak of: the others would only cost time. */
function rulesIn(cwd: string): Set<string> {
  const lines = allSources(cwd).flatMap((path) => readFileSync(path, 'utf8').split('\n'));
  const names = lines.flatMap((line) => [
    ...allNames(COMPLETE.exec(line)?.[1]),
    ...allNames(ANNOTATION.exec(line)?.[2]),
  ]);
  return new Set(names.filter((name) => known.has(name)));
}

function allFaultsOfFile({ filePath, messages }: ESLint.LintResult, where: string): string[] {
  const fatal = messages.find((message) => message.fatal);
  if (fatal) return [`PARSE ${where}:${fatal.line} ${fatal.message}`];
  const { expectations, complete } = readAnnotations(filePath);
  const reports = messages.map((message) => ({ ...message, rule: (message.ruleId ?? '').replace(PREFIX, '') }));
  const isBad = ({ kind }: Expectation) => kind.startsWith('bad');
  const isInside = (report: { rule: string; line: number }, e: Expectation) =>
    report.rule === e.rule && report.line >= e.first && report.line <= e.last;

  const faults: string[] = [];
  for (const expected of expectations.filter((e) => known.has(e.rule))) {
    const at = `${expected.rule} ${where}:${expected.first}`;
    const found = reports.filter((report) => isInside(report, expected));
    if (expected.kind === 'fix') {
      if (!found.some((report) => report.fix ?? report.suggestions?.length)) faults.push(`NO FIX ${at}`);
    } else if (isBad(expected)) {
      if (found.length === 0) faults.push(`MISSED ${at}`);
    } else {
      // A `bad` nested in an `ok` keeps its own reports.
      const nested = expectations.filter((e) => isBad(e) && e.first >= expected.first && e.last <= expected.last);
      for (const report of found.filter((report) => !nested.some((e) => isInside(report, e)))) {
        faults.push(`FALSE ALARM ${expected.rule} ${where}:${report.line} ${report.message}`);
      }
    }
  }
  for (const report of reports.filter(({ rule }) => complete.has(rule))) {
    if (expectations.some((e) => isInside(report, e))) continue;
    faults.push(`STRAY ${report.rule} ${where}:${report.line} ${report.message}`);
  }
  return faults;
}

function readAnnotations(filePath: string): { expectations: Expectation[]; complete: Set<string> } {
  const text = readFileSync(filePath, 'utf8');
  const { ast } = parser.parseForESLint(text, { filePath, loc: true, range: true, ecmaFeatures: { jsx: true } });
  const lines = text.split('\n');
  const expectations: Expectation[] = [];
  const complete = new Set<string>();
  lines.forEach((line, index) => {
    for (const name of allNames(COMPLETE.exec(line)?.[1])) complete.add(name);
    const [, kind = '', names] = ANNOTATION.exec(line) ?? [];
    if (!names) return;
    const range = rangeFrom(ast as unknown as SyntaxNode, lines, index + 1);
    for (const rule of allNames(names)) expectations.push({ kind, rule, ...range });
  });
  return { expectations, complete };
}

/** The lines that an annotation speaks of: those of the outermost node that starts on the next line of code. */
function rangeFrom(ast: SyntaxNode, lines: string[], index: number): { first: number; last: number } {
  while (index < lines.length && BLANK_OR_COMMENT.test(lines[index] ?? '')) index++;
  const first = index + 1;
  const column = (lines[index] ?? '').search(/\S/);
  let outer = 0;
  let chained = Infinity;
  const visit = (node: SyntaxNode): void => {
    const { start, end } = node.loc;
    if (node.type !== 'Program') {
      if (start.line === first && start.column === column) outer = Math.max(outer, end.line);
      const property = node.type === 'CallExpression' ? node.callee?.property : undefined;
      if (property?.loc.start.line === first) chained = Math.min(chained, end.line);
    }
    for (const [key, value] of Object.entries(node)) {
      if (key === 'parent' || key === 'tokens' || key === 'comments') continue;
      for (const child of [value].flat() as unknown[]) if (isNode(child)) visit(child);
    }
  };
  visit(ast);
  if (outer > 0) return { first, last: outer };
  return { first, last: chained === Infinity ? first : chained };
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof (value as SyntaxNode | null)?.type === 'string' && 'loc' in (value as object);
}

function allNames(list: string | undefined): string[] {
  return (list ?? '').split(',').flatMap((name) => name.trim() || []);
}

function allFolders(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).isDirectory())
    .sort();
}

function allSources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => SOURCE.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name));
}
