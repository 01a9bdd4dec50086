/**
 * A workspace installed by pnpm (symlinks), Yarn 1, and Yarn 4 with node_modules and with Plug'n'Play: ESLint finds the
 * plugin, `backend-lint` starts, and what another package of the workspace exports is followed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pack, ROOT, UserProject, type Run } from './project.js';

const DB = "import { Pool } from 'pg';\nconst pool = new Pool();\nexport const find = (sql) => pool.query(sql);\n";
const USERS = `import { find } from '@mono/db';
export const byName = (req) => find("SELECT id FROM users WHERE name = '" + req.query.name + "' LIMIT 1");
`;
const CONFIG = "import backend from 'eslint-plugin-backend';\nexport default [backend.configs['flat/recommended']];\n";

interface Layout {
  readonly bin: string;
  readonly install: readonly string[];
  readonly exec: readonly string[];
  readonly workspaceRange: string;
  readonly files: Readonly<Record<string, string>>;
  /** Something that only this layout leaves behind. */
  readonly mark: string;
}
const YARN = { bin: 'yarn/bin/yarn.js', exec: ['--silent', 'run'], install: ['install', '--non-interactive'] };
const BERRY = { bin: '@yarnpkg/cli-dist/bin/yarn.js', exec: ['run'], install: ['install', '--no-immutable'] };
const LAYOUTS: Readonly<Record<string, Layout>> = {
  pnpm: {
    bin: 'pnpm/bin/pnpm.cjs',
    install: ['install', '--prefer-offline'],
    exec: ['exec'],
    workspaceRange: 'workspace:*',
    files: { 'pnpm-workspace.yaml': 'packages:\n  - packages/*\n' },
    mark: 'node_modules/.pnpm',
  },
  'Yarn 1': { ...YARN, workspaceRange: '1.0.0', files: {}, mark: 'node_modules/.yarn-integrity' },
  'Yarn 4 with node_modules': {
    ...BERRY,
    workspaceRange: 'workspace:*',
    files: { 'yarn.lock': '', '.yarnrc.yml': 'nodeLinker: node-modules\nenableTelemetry: false\n' },
    mark: 'node_modules/.yarn-state.yml',
  },
  "Yarn 4 with Plug'n'Play": {
    ...BERRY,
    workspaceRange: 'workspace:*',
    files: { 'yarn.lock': '', '.yarnrc.yml': 'nodeLinker: pnp\nenableTelemetry: false\n' },
    mark: '.pnp.cjs',
  },
};

let temporary = '';
let tarball = '';
let managers: UserProject;

beforeAll(() => {
  ({ folder: temporary, tarball } = pack());
  managers = new UserProject(join(temporary, 'managers'));
  managers.install('pnpm@10.34.9', 'yarn@1.22.22', '@yarnpkg/cli-dist@4.18.1');
});
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

function run(folder: string, layout: Layout, args: readonly string[]): Run {
  // Yarn 1 would take an older tarball of the same version from its cache.
  const cache = { YARN_CACHE_FOLDER: join(temporary, 'yarn-cache') };
  const unset = { npm_config_user_agent: undefined, FORCE_COLOR: undefined, NODE_OPTIONS: undefined };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(managers.folder, 'node_modules', layout.bin), ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, ...unset, ...certificates(), ...(layout.bin === YARN.bin ? cache : {}), CI: '1' },
    },
  );
  return { status, stdout, stderr };
}

/** Yarn doesn't read what npm is told of the registry's certificate. */
function certificates(): Record<string, string> {
  if (process.env['NODE_EXTRA_CA_CERTS'] !== undefined) return {};
  const file = spawnSync('npm', ['config', 'get', 'cafile'], { encoding: 'utf8' }).stdout.trim();
  return /^(?:|null|undefined)$/.test(file) ? {} : { NODE_EXTRA_CA_CERTS: file };
}

/** The parser's builds for other platforms, as an empty package: Yarn asks for all of them, and not every registry has them. */
function otherPlatforms(): Record<string, string> {
  const { optionalDependencies } = JSON.parse(
    readFileSync(join(ROOT, 'node_modules/oxc-parser/package.json'), 'utf8'),
  ) as { optionalDependencies: Record<string, string> };
  const others = Object.keys(optionalDependencies).filter((name) => !existsSync(join(ROOT, 'node_modules', name)));
  return Object.fromEntries(others.map((name) => [name, 'file:./empty']));
}

describe.each(Object.entries(LAYOUTS))('%s', (name, layout) => {
  it('has the plugin, and facts of another package of the workspace', () => {
    const folder = join(temporary, name.replace(/\W+/g, '-'));
    mkdirSync(folder);
    const root = {
      name: 'mono',
      private: true,
      workspaces: ['packages/*'],
      devDependencies: { eslint: '10.15.0', 'eslint-plugin-backend': `file:${tarball}` },
      resolutions: otherPlatforms(),
    };
    const packageOf = (short: string, dependencies: Readonly<Record<string, string>>): string =>
      JSON.stringify({ name: `@mono/${short}`, version: '1.0.0', type: 'module', main: 'src/index.js', dependencies });
    const project = new UserProject(folder).write({
      ...layout.files,
      'package.json': JSON.stringify(root),
      'empty/package.json': '{ "name": "empty", "version": "0.159.0" }',
      'eslint.config.mjs': CONFIG,
      'packages/db/package.json': packageOf('db', {}),
      'packages/db/src/index.js': DB,
      'packages/api/package.json': packageOf('api', { '@mono/db': layout.workspaceRange }),
      'packages/api/src/index.js': USERS,
    });
    const installed = run(project.folder, layout, layout.install);
    expect(installed.status, installed.stdout + installed.stderr).toBe(0);
    expect(existsSync(join(folder, layout.mark))).toBe(true);

    const eslint = run(folder, layout, [...layout.exec, 'eslint', 'packages']);
    expect(eslint.stdout + eslint.stderr).toMatch(/packages\/api\/src\/index\.js\n {2}2:\d+ .*backend\/no-sql-concat/);
    const own = run(folder, layout, [...layout.exec, 'backend-lint', '--format', 'github']);
    expect(own.stdout + own.stderr).toMatch(/^::error file=packages\/api\/src\/index\.js,line=2,.*no-sql-concat/m);
    expect(own.status).toBe(1);
  });
});
