import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { backendLint, BINS, makeProject } from './bin.js';

describe('--format pretty', () => {
  it('groups findings by file, each with its code and what to do, then counts by rule', () => {
    const project = makeProject({
      'src/a.js': 'const a = 1;\n\tfoo("hush");\n',
      'src/b.js': 'let b = choice;\n',
      'src/c.js': '',
    });
    expect(backendLint(project, []).stdout).toBe(
      [
        'src/a.js',
        '  2:2  error  backend/no-foo',
        '    A foo stands here.',
        '    2 | foo("hush");',
        '      | ^^^',
        '    -> fixable with --fix',
        '',
        '  2:6  error  backend/no-secret',
        '    This is a secret.',
        '    2 | foo("hush");',
        '      |     ^^^^^^',
        '    -> Read it from process.env.HUSH (--fix-suggestions)',
        '',
        'src/b.js',
        '  1:9  warning  backend/prefer-choice',
        '    There are two ways.',
        '    1 | let b = choice;',
        '      |         ^^^^^^',
        '    -> choose: write left',
        '    -> choose: write right',
        '',
        '  rule                   found  errors  warnings  --fix  --fix-suggestions',
        '  backend/no-foo             1       1         -      1                  -',
        '  backend/no-secret          1       1         -      -                  1',
        '  backend/prefer-choice      1       -         1      -                  -',
        '',
        '3 findings (2 errors, 1 warning) in 2 of 3 files.',
        '1 fixable with --fix, 1 with --fix-suggestions.',
        'Why, and what to do: backend-lint --explain no-foo',
        '',
      ].join('\n'),
    );
  });

  it('leaves warnings out with --quiet', () => {
    const project = makeProject({ 'a.js': 'foo(choice);\n' });
    const ran = backendLint(project, ['--quiet']);
    expect(ran.stdout).not.toContain('prefer-choice');
    expect(ran.stdout).toContain('1 finding (1 error, 0 warnings) in 1 of 1 file.');
  });

  it('has colours where FORCE_COLOR asks for them, none where NO_COLOR or no terminal is', () => {
    const project = makeProject({ 'a.js': 'foo();\n' });
    expect(backendLint(project, [], { env: { FORCE_COLOR: '1' } }).stdout).toContain('\u001b[31merror\u001b[39m');
    for (const env of [{}, { NO_COLOR: '1' }, { FORCE_COLOR: '0' }] as Record<string, string>[]) {
      expect(backendLint(project, [], { env }).stdout).not.toContain('\u001b');
    }
  });

  it('writes nothing to stderr without a terminal, however long the run', () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`a${i}.js`, 'x();\n'.repeat(200)]));
    expect(backendLint(makeProject(files), []).stderr).toBe('');
  });

  it('reaches a slow reader whole', async () => {
    const project = makeProject({ 'a.js': 'foo();\n'.repeat(5000) });
    const child = spawn(process.execPath, [BINS.stub], { cwd: project, stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    for await (const chunk of child.stdout) {
      text += String(chunk);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect(text.match(/backend\/no-foo$/gm)).toHaveLength(5000);
    expect(text).toMatch(/--explain no-foo\n$/);
  });

  it('ends quietly, with its exit code, when the reader goes away', async () => {
    const project = makeProject({ 'a.js': 'foo();\n'.repeat(20_000) });
    const child = spawn(process.execPath, [BINS.stub], { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (chunk) => (errors += String(chunk)));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(errors).toBe('');
    expect(code).toBe(1);
  });
});
