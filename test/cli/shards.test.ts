import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Sarif from 'sarif';
import { describe, expect, it } from 'vitest';
import { backendLint, findings, makeProject } from './bin.js';

const FILES = { 'a.js': 'foo();', 'b.js': 'choice();', 'c.js': 'foo();', 'd.js': '', 'e.js': 'foo(); choice();' };

describe('--shard', () => {
  it('shares the files out: together the parts find what one run finds', () => {
    const project = makeProject(FILES);
    const parts = ['1/3', '2/3', '3/3'].map((shard) => findings(project, ['--shard', shard]));
    expect(parts.flat().sort()).toEqual(findings(project, []).sort());
    expect(parts.every((part) => part.length > 0)).toBe(true);
  });

  it('is content with nothing to do', () => {
    expect(backendLint(makeProject({ 'a.js': 'foo();' }), ['--shard', '2/2'])).toMatchObject({ code: 0, stderr: '' });
  });

  it.each(['0/2', '3/2', '1', 'a/b'])('refuses %s', (shard) => {
    const ran = backendLint(makeProject(FILES), ['--shard', shard]);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(/--shard takes I\/N/);
  });
});

describe('merge', () => {
  function parts(format: 'sarif' | 'json'): { project: string; files: string[] } {
    const project = makeProject(FILES);
    const files = ['1/2', '2/2'].map((shard, i) => {
      backendLint(project, ['--shard', shard, '--format', format, '--output-file', `${i}.${format}`]);
      return `${i}.${format}`;
    });
    return { project, files };
  }

  it('makes one SARIF run of several', () => {
    const { project, files } = parts('sarif');
    const merged = JSON.parse(backendLint(project, ['merge', ...files]).stdout) as Sarif.Log;
    const whole = JSON.parse(backendLint(project, ['--format', 'sarif']).stdout) as Sarif.Log;
    expect(merged.runs).toHaveLength(1);
    const told = ({ runs: [run] }: Sarif.Log): string[] =>
      run!
        .results!.map(({ ruleIndex, partialFingerprints }) =>
          [run!.tool.driver.rules![ruleIndex!]!.id, ...Object.values(partialFingerprints!)].join(' '),
        )
        .sort();
    expect(told(merged)).toEqual(told(whole));
    expect(merged.runs[0]!.invocations![0]).toMatchObject({ executionSuccessful: true, exitCode: 1 });
  });

  it('makes one list of JSON results', () => {
    const { project, files } = parts('json');
    const merged = JSON.parse(backendLint(project, ['merge', ...files]).stdout) as { filePath: string }[];
    expect(merged.map(({ filePath }) => filePath.slice(project.length + 1))).toEqual(Object.keys(FILES));
  });

  it('says what is no report', () => {
    const { project, files } = parts('json');
    expect(backendLint(project, ['merge', ...files, 'a.js'])).toMatchObject({ code: 2, stdout: '' });
    expect(backendLint(project, ['merge'])).toMatchObject({ code: 2, stdout: '' });
    expect(readFileSync(join(project, 'a.js'), 'utf8')).toBe('foo();');
  });
});
