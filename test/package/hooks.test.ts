/** A real `git commit`, stopped by a finding and let through once it is mended, with each hook manager of the README. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pack, UserProject, type Run } from './project.js';

const HEAD = "const { Pool } = require('pg');\nconst pool = new Pool();\n";
const BAD = `${HEAD}exports.find = (req) => pool.query("SELECT id FROM users WHERE name = '" + req.query.name + "' LIMIT 1");\n`;
const GOOD = `${HEAD}exports.find = (req) => pool.query('SELECT id FROM users WHERE name = $1 LIMIT 1', [req.query.name]);\n`;

let temporary = '';
let tarball = '';

beforeAll(() => {
  ({ folder: temporary, tarball } = pack());
});
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

function run(project: UserProject, command: string, ...args: string[]): Run {
  const env = { ...process.env, PATH: `${join(project.folder, 'node_modules/.bin')}:${process.env['PATH']}`, CI: '' };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: project.folder, encoding: 'utf8', env });
  return { status, stdout, stderr };
}

function makeRepository(name: string, ...packages: string[]): UserProject {
  const project = new UserProject(join(temporary, name));
  run(project, 'git', 'init', '--quiet', '--initial-branch=main');
  run(project, 'git', 'config', 'user.email', 'dev@example.org');
  run(project, 'git', 'config', 'user.name', 'Dev');
  project.write({ '.gitignore': 'node_modules\n' });
  return project.install(tarball, 'eslint@9.39.4', ...packages);
}

/** Commits what there is, then tries a file with a finding, then the same file mended. */
function expectGate(project: UserProject): void {
  expect(run(project, 'git', 'commit', '--quiet', '-am', 'start').status).toBe(0);
  project.write({ 'users.js': BAD });
  run(project, 'git', 'add', 'users.js');
  const stopped = run(project, 'git', 'commit', '-m', 'users');
  expect(stopped.status).not.toBe(0);
  expect(stopped.stdout + stopped.stderr).toContain('backend/no-sql-concat');
  expect(run(project, 'git', 'log', '--oneline').stdout.trim().split('\n')).toHaveLength(1);
  project.write({ 'users.js': GOOD });
  run(project, 'git', 'add', 'users.js');
  const passed = run(project, 'git', 'commit', '-m', 'users');
  expect(`${passed.status} ${passed.stderr}`).toMatch(/^0/);
  expect(run(project, 'git', 'log', '--oneline').stdout.trim().split('\n')).toHaveLength(2);
}

const setPackage = (project: UserProject, key: string, value: string): void => {
  expect(run(project, 'npm', 'pkg', 'set', `${key}=${value}`).status).toBe(0);
};

describe('a commit with a finding is stopped', () => {
  it('by husky with lint-staged', () => {
    const project = makeRepository('husky', 'husky@9.1.7', 'lint-staged@16.3.4');
    expect(run(project, 'husky').status).toBe(0);
    project.write({ '.husky/pre-commit': 'npx --no-install lint-staged\n' });
    setPackage(project, 'lint-staged[*.md]', 'true');
    expect(run(project, 'backend-lint', 'init', '--yes').stdout).toMatch(/Change: package\.json/);
    run(project, 'git', 'add', '.');
    expectGate(project);
  });

  it('by lefthook', () => {
    const project = makeRepository('lefthook', 'lefthook@2.2.2');
    project.write({ 'lefthook.yml': 'pre-commit:\n  commands: {}\n' });
    expect(run(project, 'backend-lint', 'init', '--yes').stdout).toMatch(/Change: lefthook\.yml/);
    expect(run(project, 'lefthook', 'install').status).toBe(0);
    run(project, 'git', 'add', '.');
    expectGate(project);
  });
});
