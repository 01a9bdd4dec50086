import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { backendLint, findings, makeProject } from './bin.js';

const NAME = 'eslint-suppressions.json';
const read = (project: string): unknown => JSON.parse(readFileSync(join(project, NAME), 'utf8'));

describe('--baseline', () => {
  it('takes the errors of today as known, and says what stays', () => {
    const project = makeProject({ 'a.js': 'foo(); choice();', 'b.js': 'foo();' });
    const ran = backendLint(project, ['--baseline']);
    expect(ran).toEqual({
      code: 0,
      stdout: `${NAME}: 2 known errors. From now on only new ones count. Warnings stay: --max-warnings 1 keeps them from growing.\n`,
      stderr: '',
    });
    expect(read(project)).toEqual({
      'a.js': { 'backend/no-foo': { count: 1 } },
      'b.js': { 'backend/no-foo': { count: 1 } },
    });
    expect(backendLint(project, []).code).toBe(0);
    expect(findings(project, [])).toEqual(['a.js:1 backend/prefer-choice']);
    expect(findings(project, ['--no-baseline'])).toHaveLength(3);
  });

  it('reports all errors of a rule in a file that got one more', () => {
    const project = makeProject({ 'a.js': 'foo();' });
    backendLint(project, ['--baseline']);
    writeFileSync(join(project, 'a.js'), '\n\nfoo();\nfoo();');
    expect(backendLint(project, []).code).toBe(1);
    expect(findings(project, [])).toEqual(['a.js:3 backend/no-foo', 'a.js:4 backend/no-foo']);
  });

  it('says when known errors are gone, and forgets them when told', () => {
    const project = makeProject({ 'a.js': 'foo();' });
    backendLint(project, ['--baseline']);
    writeFileSync(join(project, 'a.js'), 'bar();');
    expect(backendLint(project, []).stderr).toMatch(/1 known error is gone; run backend-lint --baseline/);
    backendLint(project, ['--baseline']);
    expect(read(project)).toEqual({});
  });

  it("leaves other plugins' entries and files that were not linted as they are", () => {
    const others = { 'a.js': { 'no-var': { count: 3 } }, 'lib/b.js': { 'backend/no-foo': { count: 1 } } };
    const project = makeProject({ 'a.js': 'foo();', 'lib/b.js': 'foo();', [NAME]: JSON.stringify(others) });
    backendLint(project, ['a.js', '--baseline']);
    expect(read(project)).toEqual({
      'a.js': { 'backend/no-foo': { count: 1 }, 'no-var': { count: 3 } },
      'lib/b.js': { 'backend/no-foo': { count: 1 } },
    });
  });

  it("is the file of ESLint's own bulk suppressions", async () => {
    const project = makeProject({ 'a.js': 'foo();' });
    backendLint(project, ['--baseline']);
    const { default: plugin } = (await import('./stub-plugin.cjs')) as unknown as { default: never };
    const eslint = new ESLint({
      cwd: project,
      overrideConfigFile: true,
      overrideConfig: [{ plugins: { backend: plugin }, rules: { 'backend/no-foo': 'error' } }],
      applySuppressions: true,
    } as ESLint.Options);
    const [result] = await eslint.lintFiles(['a.js']);
    expect(result!.messages).toEqual([]);
    expect(result!.suppressedMessages).toHaveLength(1);
  });

  it('refuses a file that is none', () => {
    const project = makeProject({ 'a.js': 'foo();', [NAME]: '[1' });
    const ran = backendLint(project, []);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(/Can't read eslint-suppressions\.json/);
  });

  it('is not mixed with fixes', () => {
    expect(backendLint(makeProject({ 'a.js': 'foo();' }), ['--baseline', '--fix']).code).toBe(2);
  });
});
