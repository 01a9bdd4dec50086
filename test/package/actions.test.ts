/**
 * The CI files that the repository ships: valid by GitHub's schemas, and their commands run as a runner would run them –
 * the composite action's step with its inputs put in, the GitLab job's script, and the workflow that `init` writes.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { pack, ROOT, UserProject, type Run } from './project.js';

const BAD = `const { Pool } = require('pg');
const pool = new Pool();
exports.find = (req) => pool.query("SELECT id FROM users WHERE name = '" + req.query.name + "' LIMIT 1");
exports.list = () => pool.query('SELECT id FROM users');
`;
const GOOD = "exports.port = Number(process.env.PORT ?? '3000');\n";

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: {
    readonly steps: readonly {
      readonly run: string;
      readonly env: Readonly<Record<string, string>>;
      readonly 'working-directory': string;
    }[];
  };
}
interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>;
}
interface Job {
  readonly script: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  readonly artifacts: { readonly reports: { readonly codequality: string } };
}
interface Sarif {
  readonly runs: readonly { readonly results: readonly { readonly ruleId: string; readonly locations: unknown }[] }[];
}

let temporary = '';
let tarball = '';
let service: UserProject;

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const firstIn = (jobs: Workflow['jobs']): { readonly steps: readonly { readonly run?: string }[] } =>
  Object.values(jobs)[0]!;

/** A script as both runners run it: bash, ended by the first command that fails. */
function bash(folder: string, script: string, env: Readonly<Record<string, string>>): Run {
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, npm_config_prefer_offline: 'true', CI: 'true', ...env },
  });
  return { status, stdout, stderr };
}

/** The step of action.yml with the inputs of a workflow. */
function runAction(workspace: string, inputs: Readonly<Record<string, string>>): Run {
  const action = parse(read('action.yml')) as Action;
  const unknown = Object.keys(inputs).filter((name) => !(name in action.inputs));
  if (unknown.length > 0) throw new Error(`action.yml has no input ${unknown.join(', ')}`);
  const evaluate = (text: string): string =>
    text.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, expression: string) => {
      if (expression === 'github.action_path') return ROOT.replace(/\/$/, '');
      const [, name] = /^inputs\.([\w-]+)$/.exec(expression) ?? [];
      if (!name) throw new Error(`nothing is known of ${expression}`);
      return inputs[name] ?? action.inputs[name]!.default;
    });
  const [step] = action.runs.steps;
  const env = Object.fromEntries(Object.entries(step!.env).map(([name, value]) => [name, evaluate(value)]));
  const folder = join(workspace, evaluate(step!['working-directory']));
  return bash(folder, evaluate(step!.run), { ...env, GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: workspace });
}

/**
 * A registry that serves one platform only makes a lock file that `npm ci` refuses: the parser's builds for the others,
 * from this repository's lock file, complete it.
 */
function completeLock(file: string): void {
  interface Lock {
    readonly packages: Record<string, unknown>;
  }
  const lock = JSON.parse(readFileSync(file, 'utf8')) as Lock;
  for (const [name, entry] of Object.entries((JSON.parse(read('package-lock.json')) as Lock).packages))
    if (name.startsWith('node_modules/@oxc-parser/binding-')) lock.packages[name] ??= entry;
  writeFileSync(file, JSON.stringify(lock));
}

beforeAll(() => {
  ({ folder: temporary, tarball } = pack());
  service = new UserProject(join(temporary, 'service')).install(
    tarball,
    'eslint@9.39.4',
    '@action-validator/core@0.6.0',
  );
  service.write({ 'src/users.js': BAD, 'src/config.js': GOOD, '.gitignore': 'node_modules\n' });
});
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

describe("GitHub's schemas", () => {
  const allErrors = (kind: 'validateAction' | 'validateWorkflow', text: string): unknown => {
    service.write({ 'checked.yml': text });
    const script = `const { readFileSync } = require('node:fs');
      const { ${kind} } = require('@action-validator/core');
      console.log(JSON.stringify(${kind}(readFileSync('checked.yml', 'utf8')).errors));`;
    const { stdout, stderr } = service.node('-e', script);
    rmSync(join(service.folder, 'checked.yml'));
    return stdout ? JSON.parse(stdout) : stderr;
  };

  it('take action.yml, and would not take it with a mistake', () => {
    expect(allErrors('validateAction', read('action.yml'))).toEqual([]);
    expect(allErrors('validateAction', read('action.yml').replace('shell: bash', 'shel: bash'))).not.toEqual([]);
  });

  it('take the workflow of this repository, and its command is there', () => {
    const text = read('.github/workflows/ci.yml');
    expect(allErrors('validateWorkflow', text)).toEqual([]);
    const { steps } = firstIn((parse(text) as Workflow).jobs);
    for (const { run } of steps) if (run) accessSync(join(ROOT, run), constants.X_OK);
    expect(steps.flatMap(({ run }) => run ?? [])).toEqual(['.ci/run']);
  });

  it('take the workflow that init writes, for each package manager', () => {
    for (const manager of ['npm@11.0.0', 'pnpm@10.0.0', 'yarn@4.0.0', 'bun@1.2.0']) {
      const user = new UserProject(join(temporary, manager));
      user.write({ 'package.json': JSON.stringify({ name: 'user', packageManager: manager }), '.github/x': '' });
      const bin = join(service.folder, 'node_modules/eslint-plugin-backend/dist/cli/main.js');
      expect(user.node(bin, 'init', '--yes').status).toBe(0);
      const text = readFileSync(join(user.folder, '.github/workflows/backend-lint.yml'), 'utf8');
      expect([manager, allErrors('validateWorkflow', text)]).toEqual([manager, []]);
    }
  });
});

describe('action.yml', () => {
  it('annotates, writes SARIF and fails on an error', () => {
    const { status, stdout } = runAction(service.folder, { 'sarif-file': 'backend.sarif' });
    expect(stdout).toMatch(
      /^::error file=src\/users\.js,line=3,endLine=3,col=\d+,endColumn=\d+,title=backend\/no-sql-concat::/m,
    );
    expect(stdout).toMatch(/^::warning file=src\/users\.js,line=4,.*title=backend\/no-unpaginated-query::/m);
    expect(status).toBe(1);
    const report = JSON.parse(readFileSync(join(service.folder, 'backend.sarif'), 'utf8')) as Sarif;
    expect(report.runs[0]!.results.map(({ ruleId }) => ruleId)).toContain('backend/no-sql-concat');
    expect(JSON.stringify(report.runs[0]!.results[0]!.locations)).toContain('"uri":"src/users.js"');
  });

  it('is content with clean code, counts warnings when asked to, and says what is wrong with an input', () => {
    expect(runAction(service.folder, { paths: 'src/config.js' })).toEqual({ status: 0, stdout: '', stderr: '' });
    const WARNED = BAD.replace(/exports\.find.*\n/, '');
    service.write({ 'warned/list.js': WARNED });
    expect(runAction(service.folder, { paths: 'src/config.js\nwarned' }).status).toBe(0);
    expect(runAction(service.folder, { paths: 'src/config.js warned', 'max-warnings': '0' }).status).toBe(1);
    const wrong = runAction(service.folder, { preset: 'strictest', 'sarif-file': 'none.sarif' });
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toMatch(/strictest/);
    expect(existsSync(join(service.folder, 'none.sarif'))).toBe(false);
  });

  it('fetches the plugin where the service, in a folder of its own, has not installed it', () => {
    const repository = new UserProject(join(temporary, 'repository'));
    repository.write({ 'services/users/package.json': '{ "name": "users" }', 'services/users/users.js': BAD });
    const inputs = { 'working-directory': 'services/users', version: `file:${tarball}` };
    const { status, stdout, stderr } = runAction(repository.folder, inputs);
    expect(stdout, stderr).toMatch(/^::error file=services\/users\/users\.js,line=3,/m);
    expect(status).toBe(1);
  });
});

describe('templates/backend-lint.yml', () => {
  it('installs, lints and leaves the report that the job hands over', () => {
    const { 'backend-lint': job } = parse(read('templates/backend-lint.yml')) as { 'backend-lint': Job };
    const packageJson = {
      name: 'service',
      devDependencies: { 'eslint-plugin-backend': `file:${tarball}`, eslint: '9.39.4' },
    };
    const fresh = new UserProject(join(temporary, 'gitlab'));
    fresh.write({ 'package.json': JSON.stringify(packageJson), 'src/users.js': BAD });
    execFileSync('npm', ['install', '--package-lock-only', '--prefer-offline', '--no-audit'], { cwd: fresh.folder });
    completeLock(join(fresh.folder, 'package-lock.json'));
    const env = { ...job.variables, GITLAB_CI: 'true', CI_PROJECT_DIR: fresh.folder };
    const { status, stderr } = bash(fresh.folder, job.script.join('\n'), env);
    expect([status, stderr]).toEqual([1, expect.not.stringContaining('npm error')]);
    const report = readFileSync(join(fresh.folder, job.artifacts.reports.codequality), 'utf8');
    const found = JSON.parse(report) as { check_name: string; location: { path: string } }[];
    expect(found.map(({ check_name, location }) => `${location.path} ${check_name}`)).toContain(
      'src/users.js backend/no-sql-concat',
    );
  });
});
