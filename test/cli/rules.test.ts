import { describe, expect, it } from 'vitest';
import { backendLint, findings, makeProject } from './bin.js';

const project = makeProject({ 'a.js': 'foo(); a(); b(choice);\n' });
const rulesOf = (...args: string[]): string[] => findings(project, args).map((line) => line.split(' ')[1]!);

describe('the rules that run', () => {
  it('are those of the preset', () => {
    expect(rulesOf()).toEqual(['backend/no-foo', 'backend/prefer-choice']);
    expect(rulesOf('--preset', 'all')).toEqual(['backend/no-foo', 'backend/max-calls', 'backend/prefer-choice']);
    expect(rulesOf('--preset', 'strict').filter((rule) => rule === 'backend/max-calls')).toHaveLength(3);
  });

  it('are only those named with --rule, in a preset or not, with or without the prefix', () => {
    expect(rulesOf('--rule', 'prefer-choice')).toEqual(['backend/prefer-choice']);
    expect(rulesOf('--rule', 'backend/no-foo', '--rule', 'max-calls')).toEqual(['backend/no-foo', 'backend/max-calls']);
  });

  it('are the rest of the preset when all that is named is off', () => {
    expect(rulesOf('--rule', 'no-foo:off')).toEqual(['backend/prefer-choice']);
  });

  it('take a severity and options', () => {
    expect(rulesOf('--rule', 'max-calls:{"max":1}')).toHaveLength(2);
    expect(rulesOf('--rule', 'max-calls:["error",{"max":0}]')).toHaveLength(3);
    expect(backendLint(project, ['--rule', 'prefer-choice:error']).code).toBe(1);
    expect(backendLint(project, ['--rule', 'no-foo:warn']).code).toBe(0);
  });
});

describe('--stdin', () => {
  it('lints what comes in as the file named', () => {
    const ran = backendLint(project, ['--stdin', '--stdin-filename', 'src/new.ts'], {
      input: 'let x: string = foo;\n',
    });
    expect(ran.stdout).toMatch(/^src\/new\.ts\n {2}1:17 {2}error {2}backend\/no-foo\n/);
    expect(ran.code).toBe(1);
  });

  it('shows fixes as a diff', () => {
    const args = ['--stdin', '--stdin-filename', 'new.ts', '--fix-dry-run'];
    const ran = backendLint(project, args, { input: 'foo();\n' });
    expect(ran.stdout).toBe('--- a/new.ts\n+++ b/new.ts\n@@ -1,1 +1,1 @@\n-foo();\n+bar();\n');
    expect(ran.code).toBe(0);
  });
});
