import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Ajv from 'ajv';
import type { Log, Result } from 'sarif';
import { describe, expect, it } from 'vitest';
import { backendLint, makeProject, ROOT } from './bin.js';

const CODE = 'foo("hush");\nlet a = choice; // eslint-disable-next-line backend/no-foo -- kept for now\nfoo;\n';
const project = makeProject({ 'src/a.js': CODE, 'src/[id].ts': 'foo(\n  1,\n);\n', 'ok.js': '' });

function sarifOf(cwd: string, ...args: string[]): Log {
  return JSON.parse(backendLint(cwd, ['--format', 'sarif', ...args]).stdout) as Log;
}
const resultsOf = (log: Log): Result[] => log.runs[0]!.results!;

describe('--format stylish and json', () => {
  it("are ESLint's own", () => {
    const stylish = backendLint(project, ['-f', 'stylish', 'src/a.js']).stdout;
    expect(stylish).toContain(`${join(project, 'src/a.js')}\n  1:1  `);
    expect(stylish).toMatch(/✖ 3 problems \(2 errors, 1 warning\)/);
    const results = JSON.parse(backendLint(project, ['-f', 'json']).stdout) as Record<string, unknown>[];
    expect(results).toHaveLength(3);
    expect(results.find(({ filePath }) => filePath === join(project, 'ok.js'))).not.toHaveProperty('source');
    expect(results.find(({ filePath }) => filePath === join(project, 'src/a.js'))).toMatchObject({
      errorCount: 2,
      warningCount: 1,
      fixableErrorCount: 1,
      source: CODE,
    });
  });

  it('hold no escape codes without a terminal, and do when asked', () => {
    expect(backendLint(project, ['-f', 'stylish']).stdout).not.toContain('\u001b');
    expect(backendLint(project, ['-f', 'stylish'], { env: { FORCE_COLOR: '1' } }).stdout).toContain('\u001b[');
  });
});

const SARIF_FLOWS = {
  'package.json': '{ "name": "shop", "dependencies": { "express": "^4.19.0" } }',
  'src/files.js': "const fs = require('fs');\nexports.read = (name) => fs.readFileSync('/srv/' + name);\n",
  'src/app.js': [
    "const express = require('express');",
    "const files = require('./files');",
    'const app = express();',
    "app.get('/', (req, res) => {",
    '  const name = req.query.name.trim();',
    '  res.send(files.read(name));',
    '});',
    '',
  ].join('\n'),
};

describe('--format sarif', () => {
  it('is valid SARIF 2.1.0, with findings, fixes, faults and odd paths in it', () => {
    const require = createRequire(import.meta.url);
    const ajv = new Ajv({ schemaId: 'auto', logger: false, unknownFormats: 'ignore' });
    ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json') as object);
    const isValid = ajv.compile(require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as object);
    expect(isValid({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false);
    const odd = makeProject({ 'a b/ü#1.js': CODE, 'broken.js': 'const = ;', 'crash.js': 'explode;' });
    const flows = JSON.parse(
      backendLint(makeProject(SARIF_FLOWS), ['--format', 'sarif'], { bin: 'real' }).stdout,
    ) as Log;
    expect(JSON.stringify(flows)).toContain('"codeFlows"');
    for (const log of [sarifOf(project), sarifOf(odd), sarifOf(makeProject({ 'a.js': '' })), flows]) {
      expect(isValid(log), JSON.stringify(isValid.errors, null, 1)).toBe(true);
    }
  });

  it('carries what is known of each rule', () => {
    const { driver } = sarifOf(project).runs[0]!.tool;
    expect(driver).toMatchObject({ name: 'backend-lint', semanticVersion: '9.8.7' });
    const rule = driver.rules!.find(({ id }) => id === 'backend/no-foo')!;
    expect(rule).toMatchObject({
      name: 'NoFoo',
      shortDescription: { text: 'disallow foo' },
      helpUri: 'https://example.org/disallow-foo',
      defaultConfiguration: { level: 'error' },
      properties: { tags: ['secrets', 'security', 'external/cwe/cwe-079', 'external/cwe/cwe-089'] },
    });
    const choice = driver.rules!.find(({ id }) => id === 'backend/prefer-choice')!;
    expect(choice).toMatchObject({ defaultConfiguration: { level: 'warning' }, properties: { tags: ['data'] } });
  });

  it('places each finding, with its line, level, fix and rule', () => {
    const log = sarifOf(project, 'src/a.js');
    const [first, second] = resultsOf(log);
    expect(first).toMatchObject({
      ruleId: 'backend/no-foo',
      level: 'error',
      message: { text: 'A foo stands here.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'src/a.js', uriBaseId: 'SRCROOT' },
            region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 4, snippet: { text: 'foo("hush");' } },
          },
        },
      ],
      fixes: [{ artifactChanges: [{ replacements: [{ insertedContent: { text: 'bar' } }] }] }],
    });
    expect(log.runs[0]!.tool.driver.rules![first!.ruleIndex!]!.id).toBe('backend/no-foo');
    expect(second!.fixes![0]).toMatchObject({
      description: { text: 'Read it from process.env.HUSH' },
      artifactChanges: [
        { replacements: [{ deletedRegion: { startLine: 1, startColumn: 5, endLine: 1, endColumn: 11 } }] },
      ],
    });
    expect(log.runs[0]!.originalUriBaseIds).toEqual({ SRCROOT: { uri: `${pathToFileURL(project).href}/` } });
  });

  it('tells the way of request data through the files', () => {
    const ran = backendLint(makeProject(SARIF_FLOWS), ['--format', 'sarif', 'src/app.js'], { bin: 'real' });
    const results = resultsOf(JSON.parse(ran.stdout) as Log);
    const found = results.find(({ ruleId }) => ruleId === 'backend/no-path-traversal')!;
    const places = found.codeFlows![0]!.threadFlows[0]!.locations.map(({ kinds, location }) => [
      kinds![0],
      location!.physicalLocation!.artifactLocation!.uri,
      location!.physicalLocation!.region!.startLine,
      location!.message!.text,
    ]);
    expect(places).toEqual([
      ['source', 'src/app.js', 5, 'Comes from the client here: req.query'],
      ['step', 'src/app.js', 6, 'Passes through: files.read(name)'],
      ['sink', 'src/files.js', 2, "Arrives at: fs.readFileSync('/srv/' + name)"],
    ]);
  });

  it('escapes a path once, and shows a suppressed finding as suppressed', () => {
    const uris = resultsOf(sarifOf(project)).map(
      (result) => result.locations![0]!.physicalLocation!.artifactLocation!.uri,
    );
    expect(uris).toContain('src/%5Bid%5D.ts');
    const suppressed = resultsOf(sarifOf(project)).filter((result) => result.suppressions !== undefined);
    expect(suppressed).toHaveLength(1);
    expect(suppressed[0]!.suppressions).toEqual([{ kind: 'inSource', justification: 'kept for now' }]);
  });

  it('gives a finding a fingerprint that stays when code moves, and differs from its twin', () => {
    const prints = (text: string): string[] =>
      resultsOf(sarifOf(makeProject({ 'a.js': text }))).map((result) => Object.values(result.partialFingerprints!)[0]!);
    const code = 'foo(1);\nfoo(2);\nif (x) {\n  foo(1);\n}\n';
    const before = prints(code);
    expect(new Set(before).size).toBe(3);
    expect(prints(`${'// a line above\n'.repeat(10)}${code}`)).toEqual(before);
    expect(prints(code.replace(/^ {2}foo/m, '\t\t\tfoo'))).toEqual(before);
    expect(prints(code.replace('foo(2)', 'foo(3)'))).toEqual([before[0], expect.any(String), before[2]]);
    expect(prints(code.replace('foo(2)', 'foo(3)'))[1]).not.toBe(before[1]);
  });

  it('tells syntax errors and crashes as notifications of a run that failed', () => {
    const log = sarifOf(makeProject({ 'a.js': 'const = ;', 'b.js': 'explode;' }));
    const [invocation] = log.runs[0]!.invocations!;
    expect(invocation).toMatchObject({ executionSuccessful: false, exitCode: 2 });
    expect(invocation!.toolExecutionNotifications).toEqual([
      expect.objectContaining({ associatedRule: { id: 'backend/no-crash' }, message: { text: 'boom' } }),
      expect.objectContaining({ level: 'error', message: { text: expect.stringMatching(/^Parsing error/) } }),
    ]);
    expect(resultsOf(log)).toEqual([]);
    expect(sarifOf(makeProject({ 'a.js': '' })).runs[0]!.invocations![0]!.executionSuccessful).toBe(true);
  });
});

describe('--format github', () => {
  it('writes a workflow command per finding, columns only within one line', () => {
    const lines = backendLint(project, ['-f', 'github']).stdout.trim().split('\n');
    expect(lines).toContain(
      '::error file=src/a.js,line=1,endLine=1,col=1,endColumn=4,title=backend/no-foo::A foo stands here. (https://example.org/disallow-foo)',
    );
    expect(lines.filter((line) => line.startsWith('::warning '))).toHaveLength(1);
    expect(backendLint(project, ['-f', 'github', 'ok.js']).stdout).toBe('');
  });

  it('escapes what would end a property, and gives paths from the workspace', () => {
    const odd = makeProject({ 'service/a,b:c%.js': 'foo;' });
    const env = { GITHUB_WORKSPACE: odd };
    expect(backendLint(join(odd, 'service'), ['-f', 'github'], { env }).stdout).toContain(
      'file=service/a%2Cb%3Ac%25.js,',
    );
  });
});

describe('--format gitlab', () => {
  interface Issue {
    readonly fingerprint: string;
    readonly location: { readonly path: string };
  }
  const issuesOf = (cwd: string, env = {}): Issue[] =>
    JSON.parse(backendLint(cwd, ['-f', 'gitlab'], { env }).stdout) as Issue[];

  it('is a Code Quality report', () => {
    const issues = issuesOf(project);
    expect(issues).toContainEqual({
      description: 'There are two ways.',
      check_name: 'backend/prefer-choice',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      severity: 'minor',
      location: { path: 'src/a.js', lines: { begin: 2, end: 2 } },
    });
    expect(issuesOf(makeProject({ 'a.js': '' }))).toEqual([]);
  });

  it('has fingerprints that are unique in the report and stay when code moves', () => {
    const files = { 'a.js': 'foo;\nfoo;\n', 'b.js': 'foo;\n' };
    const before = issuesOf(makeProject(files)).map(({ fingerprint }) => fingerprint);
    expect(new Set(before).size).toBe(3);
    const moved = makeProject({ ...files, 'a.js': `${'\n'.repeat(10)}${files['a.js']}` });
    expect(issuesOf(moved).map(({ fingerprint }) => fingerprint)).toEqual(before);
  });

  it('gives paths from the folder of the CI job', () => {
    const repository = makeProject({ 'services/api/a.js': 'foo;' });
    const [issue] = issuesOf(join(repository, 'services/api'), { CI_PROJECT_DIR: repository });
    expect(issue!.location.path).toBe('services/api/a.js');
  });
});

describe('--output-file', () => {
  it('takes the report, without colours, and leaves stdout empty', () => {
    const ran = backendLint(project, ['-o', 'report.txt', '--format', 'stylish'], { env: { FORCE_COLOR: '1' } });
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    const report = readFileSync(join(project, 'report.txt'), 'utf8');
    expect(report).toContain('A foo stands here');
    expect(report).not.toContain('\u001b');
  });
});

it('the built command is executable as it stands', () => {
  expect(readFileSync(join(ROOT, 'dist/cli/main.js'), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
});
