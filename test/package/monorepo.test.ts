/** A monorepo under Turborepo and Nx: answers come from the cache, until a fact in a package below changes. */
import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pack, UserProject } from './project.js';

const DB = "import { Pool } from 'pg';\nexport const pool = new Pool();\n";
const NO_DB = 'export const pool = { query: (text) => text.length };\n';
const LIST = `import { pool } from '@mono/db';
export const list = async (req, res) => res.json((await pool.query('SELECT id FROM users')).rows);
`;
const FINDING = 'backend/no-unpaginated-query';

let temporary = '';
let project: UserProject;

const packageJson = (name: string, dependencies: Readonly<Record<string, string>>): string =>
  JSON.stringify({
    name: `@mono/${name}`,
    version: '1.0.0',
    type: 'module',
    main: 'src/index.js',
    dependencies,
    scripts: { lint: 'eslint src' },
  });

beforeAll(() => {
  const packed = pack();
  temporary = packed.folder;
  project = new UserProject(join(temporary, 'mono')).write({
    'package.json': JSON.stringify({
      name: 'mono',
      private: true,
      workspaces: ['packages/*'],
      packageManager: 'npm@11.0.0',
      devDependencies: {
        'eslint-plugin-backend': `file:${packed.tarball}`,
        eslint: '10.15.0',
        turbo: '2.11.11',
        nx: '24.0.2',
      },
    }),
    'turbo.json': JSON.stringify({
      tasks: { lint: { dependsOn: ['^lint'], inputs: ['$TURBO_DEFAULT$', '$TURBO_ROOT$/eslint.config.mjs'] } },
    }),
    'nx.json': JSON.stringify({
      targetDefaults: {
        lint: { cache: true, inputs: ['default', '^default', '{workspaceRoot}/eslint.config.mjs'] },
      },
    }),
    'eslint.config.mjs':
      "import backend from 'eslint-plugin-backend';\nexport default [backend.configs['flat/recommended']];\n",
    '.gitignore': 'node_modules\n.turbo\n.nx\n',
    'packages/db/package.json': packageJson('db', { pg: '^8.0.0' }),
    'packages/api/package.json': packageJson('api', { '@mono/db': '1.0.0' }),
    'packages/other/package.json': packageJson('other', {}),
    'packages/db/src/index.js': DB,
    'packages/api/src/index.js': LIST,
    'packages/other/src/index.js': 'export const one = 1;\n',
  });
  const options = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', ['install', ...options], { cwd: project.folder, stdio: 'ignore' });
  execFileSync('git', ['init', '--quiet'], { cwd: project.folder });
  execFileSync('git', ['add', '.'], { cwd: project.folder });
  const author = ['-c', 'user.email=dev@example.org', '-c', 'user.name=Dev'];
  execFileSync('git', [...author, 'commit', '--quiet', '-m', 'start'], { cwd: project.folder });
});
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

function run(...[tool, ...args]: [string, ...string[]]): string {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', NX_DAEMON: 'false', NX_NO_CLOUD: 'true', CI: '1' };
  const bin = join(project.folder, 'node_modules/.bin', tool);
  const { stdout, stderr } = spawnSync(bin, args, { cwd: project.folder, env, encoding: 'utf8' });
  return stdout + stderr;
}

describe.each([
  ['Turborepo', ['turbo', 'run', 'lint', '--output-logs=full'], /Cached:\s+(\d) cached/],
  [
    'Nx',
    ['nx', 'run-many', '-t', 'lint', '--output-style=static'],
    /from the cache instead of running the command for (\d)/,
  ],
] as const)('%s', (_, command, cached) => {
  const lint = (): { fromCache: number; found: boolean } => {
    const output = run(...(command as unknown as [string, ...string[]]));
    return { fromCache: Number(cached.exec(output)?.[1] ?? 0), found: output.includes(FINDING) };
  };

  it('answers from the cache, and lints again what rests on a changed package', () => {
    project.write({ 'packages/db/src/index.js': DB });
    expect(lint()).toEqual({ fromCache: 0, found: true });
    expect(lint()).toEqual({ fromCache: 3, found: true });
    project.write({ 'packages/db/src/index.js': NO_DB });
    expect(lint()).toEqual({ fromCache: 1, found: false });
    project.write({ 'packages/db/src/index.js': DB });
    expect(lint()).toEqual({ fromCache: 3, found: true });
  });
});
