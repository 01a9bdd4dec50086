import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, readFileSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backendLint, makeProject } from './bin.js';

const read = (project: string, file: string): string => readFileSync(join(project, file), 'utf8');

describe('--fix', () => {
  it('writes the fixes and reports what is left', () => {
    const project = makeProject({ 'a.js': 'foo(foo, "hush", choice);\n', 'b.js': 'ok();\n' });
    const ran = backendLint(project, ['--fix']);
    expect(read(project, 'a.js')).toBe('bar(bar, "hush", choice);\n');
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('Settled 2 findings in 1 file.');
    expect(ran.stdout).not.toContain('backend/no-foo');
    expect(backendLint(project, ['--fix', '--rule', 'no-foo']).stdout).toBe('No findings in 2 files.\n');
  });

  it('keeps the mode, line endings and byte order mark, and leaves no other file behind', () => {
    const project = makeProject({ 'run.js': '\uFEFFfoo();\r\n\tfoo();\r\n' });
    chmodSync(join(project, 'run.js'), 0o754);
    backendLint(project, ['--fix']);
    expect(read(project, 'run.js')).toBe('\uFEFFbar();\r\n\tbar();\r\n');
    expect(statSync(join(project, 'run.js')).mode & 0o777).toBe(0o754);
    expect(readdirSync(project)).toEqual(['run.js']);
  });

  it('puts a new file in the place of the old one in one step, and never writes into it', () => {
    const project = makeProject({ 'a.js': 'foo();\n', 'clean.js': 'bar();\n' });
    const before = { fixed: statSync(join(project, 'a.js')).ino, clean: statSync(join(project, 'clean.js')) };
    backendLint(project, ['--fix']);
    expect(statSync(join(project, 'a.js')).ino).not.toBe(before.fixed);
    expect(statSync(join(project, 'clean.js')).ino).toBe(before.clean.ino);
    expect(statSync(join(project, 'clean.js')).mtimeMs).toBe(before.clean.mtimeMs);
  });

  it('follows a link and leaves it a link', () => {
    const project = makeProject({ 'real/a.js': 'foo();\n' });
    symlinkSync('real/a.js', join(project, 'link.js'));
    backendLint(project, ['--fix', 'link.js']);
    expect(read(project, 'real/a.js')).toBe('bar();\n');
    expect(lstatSync(join(project, 'link.js')).isSymbolicLink()).toBe(true);
  });

  it('leaves a file with a syntax error as it is', () => {
    const project = makeProject({ 'a.js': 'foo( ;\n' });
    expect(backendLint(project, ['--fix', '--fix-suggestions']).code).toBe(2);
    expect(read(project, 'a.js')).toBe('foo( ;\n');
  });

  it('applies nothing of rules that are not ours', () => {
    const project = makeProject({ 'a.js': '/* eslint no-var: 2, prefer-const: 2 */\nvar x = foo;\n' });
    backendLint(project, ['--fix']);
    expect(read(project, 'a.js')).toBe('/* eslint no-var: 2, prefer-const: 2 */\nvar x = bar;\n');
  });
});

describe('--fix-suggestions', () => {
  it('takes a suggestion where there is exactly one', () => {
    const project = makeProject({ 'a.js': 'a("hush", choice); b("hush", foo);\n' });
    const ran = backendLint(project, ['--fix-suggestions']);
    expect(read(project, 'a.js')).toBe('a(process.env.HUSH, choice); b(process.env.HUSH, foo);\n');
    expect(ran.stdout).toContain('choose: write left');
  });

  it('goes with --fix', () => {
    const project = makeProject({ 'a.js': 'foo("hush");\n' });
    expect(backendLint(project, ['--fix', '--fix-suggestions']).code).toBe(0);
    expect(read(project, 'a.js')).toBe('bar(process.env.HUSH);\n');
  });

  it('takes one that settles nothing once, not round after round', () => {
    const project = makeProject({ 'a.js': 'stubborn;\nstubborn;\n' });
    backendLint(project, ['--fix-suggestions']);
    expect(read(project, 'a.js')).toBe('stubborn /* tried */;\nstubborn /* tried */;\n');
  });

  it('leaves out one that would break the syntax, says so, and takes the others', () => {
    const project = makeProject({ 'a.js': 'fragile;\na("hush");\n' });
    const ran = backendLint(project, ['--fix-suggestions']);
    expect(read(project, 'a.js')).toBe('fragile;\na(process.env.HUSH);\n');
    expect(ran.stderr).toMatch(
      /^backend-lint: a\.js: backend\/no-fragile failed: a suggestion would have broken the syntax/,
    );
    expect(ran.code).toBe(2);
  });
});

describe('--fix-dry-run', () => {
  it('prints a diff that git applies, and writes nothing', () => {
    const before = 'one();\nfoo();\nthree("hush");\n';
    const project = makeProject({ 'src/a.js': before, 'b.js': 'foo' });
    const ran = backendLint(project, ['--fix', '--fix-suggestions', '--fix-dry-run']);
    expect(read(project, 'src/a.js')).toBe(before);
    expect(ran.stderr).toBe('Settled 3 findings in 2 files.\nNo findings in 2 files.\n');
    execFileSync('git', ['apply', '-'], { cwd: project, input: ran.stdout });
    expect(read(project, 'src/a.js')).toBe('one();\nbar();\nthree(process.env.HUSH);\n');
    expect(read(project, 'b.js')).toBe('bar');
  });

  it('stands for --fix alone where --fix-suggestions is not given', () => {
    const project = makeProject({ 'a.js': 'foo("hush");\n' });
    expect(backendLint(project, ['--fix-dry-run']).stdout).toContain('+bar("hush");\n');
    expect(backendLint(project, ['--fix-dry-run', '--fix-suggestions']).stdout).toContain('+foo(process.env.HUSH);\n');
  });
});
