import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backendLint, findings, makeProject } from './bin.js';

/** One line for the user, nothing on stdout, exit code 2. */
function expectComplaint(cwd: string, args: readonly string[], message: RegExp, input?: string): void {
  const ran = backendLint(cwd, args, input === undefined ? {} : { input });
  expect(ran.stderr).toMatch(message);
  expect(ran.stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(ran.stdout).toBe('');
  expect(ran.code).toBe(2);
}

describe('exit code 0', () => {
  it('is that of a clean project', () => {
    const ran = backendLint(makeProject({ 'a.ts': 'export const x: number = 1;\n' }), []);
    expect(ran).toEqual({ code: 0, stdout: 'No findings in 1 file.\n', stderr: '' });
  });

  it('is that of warnings alone', () => {
    expect(backendLint(makeProject({ 'a.js': 'choice();' }), []).code).toBe(0);
  });

  it('is that of as many warnings as --max-warnings allows', () => {
    expect(backendLint(makeProject({ 'a.js': 'choice();' }), ['--max-warnings', '1']).code).toBe(0);
  });
});

describe('exit code 1', () => {
  it('is that of an error', () => {
    expect(backendLint(makeProject({ 'a.js': 'foo();' }), []).code).toBe(1);
  });

  it('is that of one warning more than --max-warnings, even a quiet one', () => {
    const project = makeProject({ 'a.js': 'choice(choice);' });
    const ran = backendLint(project, ['--max-warnings', '1', '--quiet']);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toBe('No findings in 1 file.\n');
    expect(ran.stderr).toBe('backend-lint: 2 warnings, more than the 1 allowed by --max-warnings\n');
  });
});

describe('exit code 2', () => {
  const project = makeProject({ 'a.js': 'foo();', 'notes.md': 'foo', 'empty/readme.md': '' });

  it.each([
    [['--fxi'], /Unknown option --fxi\. Did you mean --fix\?/],
    [['--nothing-like-it'], /Unknown option --nothing-like-it\. See backend-lint --help\./],
    [['-x'], /Unknown option -x\./],
    [['--fix=yes'], /--fix takes no value/],
    [['--format'], /--format needs a value: --format pretty\|stylish/],
    [['--format', '--fix'], /--format needs a value/],
    [['--format', 'sarfi'], /--format takes one of .*, not "sarfi"\. Did you mean sarif\?/],
    [['--format', 'json', '--format', 'sarif'], /--format is given more than once/],
    [
      ['--preset', 'strictest'],
      /--preset takes one of recommended, strict, all, not "strictest"\. Did you mean strict\?/,
    ],
    [['--max-warnings', '-1'], /--max-warnings takes a whole number/],
    [['--max-warnings', 'many'], /--max-warnings takes a whole number/],
    [['--rule', 'no-fo'], /no rule "no-fo"\. Did you mean no-foo\?/],
    [['--rule', 'no-foo:eror'], /not "eror"\. Did you mean error\?/],
    [['--rule', 'no-foo:7'], /options object/],
    [['--rule', 'max-calls:{"maxx":1}'], /Can't use these rules: .*max-calls.*additional properties/],
    [['--explain', 'no-secrets'], /no rule "no-secrets"\. Did you mean no-secret\?/],
    [['--stdin'], /--stdin needs --stdin-filename/],
    [['--stdin', '--stdin-filename', 'a.js', 'a.js'], /leave the paths out/],
    [['--stdin', '--stdin-filename', 'a.md'], /a\.md is not a JavaScript or TypeScript file/],
    [['--stdin', '--stdin-filename', 'a.js', '--fix'], /no file to write with --stdin/],
    [['--stdin-filename', 'a.js'], /goes with --stdin/],
    [['--fix-dry-run', '--format', 'json'], /--output-file/],
    [['nope'], /No such file or folder: nope\./],
    [['src/**/*.js'], /No such file or folder: src\/\*\*\/\*\.js\. Give folders or files, not patterns\./],
    [['a.js/deeper.js'], /Can't read a\.js\/deeper\.js: not a directory/],
    [['empty'], /No JavaScript or TypeScript files to lint in empty/],
    [['--config', 'missing.js'], /No such file or folder: missing\.js/],
    [['--config', 'empty'], /--config takes a file/],
    [['--output-file', 'no/such/folder/report.txt', 'a.js'], /Can't write no\/such\/folder\/report\.txt/],
  ])('and one line for %j', (args, message) => {
    expectComplaint(project, args, message);
  });

  it('and one line for a config that throws, or is of the old form', () => {
    const broken = makeProject({
      'a.js': '',
      'broken.mjs': 'throw new Error("no\\nsuch luck");',
      'odd.mjs': 'export default [{ rulez: {} }];',
      '.eslintrc.json': '{}',
    });
    expectComplaint(broken, ['--config', 'broken.mjs', 'a.js'], /Can't use the config .*broken\.mjs: no such luck$/m);
    expectComplaint(broken, ['--config', 'odd.mjs', 'a.js'], /Can't use the config .*odd\.mjs: .*rulez/);
    expectComplaint(broken, ['--config', '.eslintrc.json', 'a.js'], /of the old eslintrc form/);
  });

  it('and one line for a link that leads nowhere, or round in a circle', () => {
    const links = makeProject({ 'a.js': '' });
    symlinkSync('gone.ts', join(links, 'dangling.ts'));
    symlinkSync('loop.ts', join(links, 'loop.ts'));
    expectComplaint(links, ['dangling.ts'], /No such file or folder: dangling\.ts/);
    expectComplaint(links, ['loop.ts'], /Can't read loop\.ts: too many symbolic links/);
    expect(backendLint(links, []).code).toBe(0);
  });

  it('and a folder named like a file is a folder', () => {
    const odd = makeProject({ 'x.ts/a.js': 'foo();' });
    expect(findings(odd, ['x.ts'])).toEqual(['x.ts/a.js:1 backend/no-foo']);
    expectComplaint(
      makeProject({ 'x.ts/notes.md': '' }),
      ['x.ts'],
      /No JavaScript or TypeScript files to lint in x\.ts/,
    );
  });

  it('after linting the rest, when one file has a syntax error', () => {
    const mixed = makeProject({ 'a.js': 'const = ;', 'b.ts': 'foo();' });
    const ran = backendLint(mixed, []);
    expect(ran.code).toBe(2);
    expect(ran.stdout).toMatch(/^a\.js\n {2}1:\d+ {2}syntax error\n {4}Parsing error: /);
    expect(ran.stdout).toContain('b.ts\n  1:1  error  backend/no-foo');
    expect(ran.stderr).toBe('');
  });

  it('after linting the rest, when a rule crashes: the line names the file and the rule', () => {
    const project = makeProject({ 'a.js': 'foo(explode);', 'b.js': 'foo();' });
    const ran = backendLint(project, ['--format', 'stylish']);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toBe('backend-lint: a.js: backend/no-crash failed: boom\n');
    expect(findings(project, [])).toEqual(['a.js:1 backend/no-foo', 'b.js:1 backend/no-foo']);
  });
});

describe('what only prints', () => {
  const project = makeProject({});

  it('--version gives the version alone', () => {
    expect(backendLint(project, ['--version'])).toEqual({ code: 0, stdout: '9.8.7\n', stderr: '' });
  });

  it('--help names every option that the command takes', () => {
    const { stdout, code } = backendLint(project, ['--help']);
    expect(code).toBe(0);
    for (const name of [
      '--fix-suggestions',
      '--format pretty|stylish|json|sarif|github|gitlab',
      '--stdin-filename FILE',
    ]) {
      expect(stdout).toContain(name);
    }
  });

  it('--list-rules lists rules by area, as a table or as JSON', () => {
    const table = backendLint(project, ['--list-rules']).stdout;
    expect(table).toMatch(/^secrets\n {2}max-calls/);
    expect(table).toMatch(/^ {2}no-foo +error +fix +disallow foo$/m);
    expect(table.indexOf('\ndata\n')).toBeGreaterThan(table.indexOf('no-secret'));
    const rules = JSON.parse(backendLint(project, ['--list-rules', '--format', 'json']).stdout) as { name: string }[];
    expect(rules.find(({ name }) => name === 'backend/no-foo')).toMatchObject({
      level: 'error',
      fixable: true,
      cwe: [79, 89],
    });
  });
});
