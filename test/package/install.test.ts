/** The packed tarball, installed in an empty project the way the README says, with each major version of ESLint. */
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pack, ROOT, UserProject } from './project.js';

interface Packed {
  readonly rules: Readonly<Record<string, unknown>>;
  readonly configs: { readonly recommended: { readonly rules: Readonly<Record<string, unknown>> } };
}
const require = createRequire(import.meta.url);
const RULE = 'no-sql-concat';
const REPORT = `backend/${RULE}`;

const COMMONJS = `const { Pool } = require('pg');
const pool = new Pool();
exports.find = (req, res) => pool.query("SELECT id FROM users WHERE name = '" + req.query.name + "'");
`;
const ESM = COMMONJS.replace("const { Pool } = require('pg')", "import { Pool } from 'pg'").replace(
  'exports.find',
  'export const find',
);

const FLAT_COMMONJS = `const { defineConfig } = require('eslint/config');
const backend = require('eslint-plugin-backend');
module.exports = defineConfig({ plugins: { backend }, extends: ['backend/recommended'] });
`;
const FLAT_ESM = `import { defineConfig } from 'eslint/config';
import backend from 'eslint-plugin-backend';
export default defineConfig({ plugins: { backend }, extends: ['backend/recommended'] });
`;
const FLAT_OBJECT = `const backend = require('eslint-plugin-backend');
module.exports = [backend.configs['flat/recommended']];
`;
/** The plugin met as ESM and as CommonJS in one configuration must be one plugin. */
const FLAT_TWICE = `import { createRequire } from 'node:module';
import backend, { configs } from 'eslint-plugin-backend';
const again = createRequire(import.meta.url)('eslint-plugin-backend');
export default [{ plugins: { backend } }, { plugins: { backend: again } }, configs['flat/recommended']];
`;
const FLAT_TYPED = `import { defineConfig } from 'eslint/config';
import backend, { configs } from 'eslint-plugin-backend';
export default defineConfig({ plugins: { backend }, extends: ['backend/recommended', configs['flat/strict']] });
`;

/** Node's own builds as npm has them, beside the version that runs the tests; the first is the oldest that is promised. */
const NODES = ['18.18.0', '22.23.3', '24.21.0'] as const;
/** A finding that rests on another file; TypeScript, which backend-lint parses by itself. */
const CROSS = {
  'cross/db.ts':
    "import { Pool } from 'pg';\nconst pool = new Pool();\nexport const find = (sql: string) => pool.query(sql);\n",
  'cross/users.ts': `import { find } from './db';
export const byName = (req: { query: { name: string } }) =>
  find("SELECT id FROM users WHERE name = '" + req.query.name + "' LIMIT 1");
`,
};

let temporary = '';
let tarball = '';
let plugin: Packed;
let nodes: UserProject;

beforeAll(() => {
  ({ folder: temporary, tarball } = pack());
  plugin = require(join(ROOT, 'dist/index.js')) as Packed;
  nodes = new UserProject(join(temporary, 'nodes'));
  nodes.install(...NODES.map((version) => `node-${version}@npm:node-${process.platform}-${process.arch}@${version}`));
});
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const project = (name: string): UserProject =>
  new UserProject(join(temporary, name)).write({ 'src/app.cjs': COMMONJS, 'src/app.mjs': ESM });

/** ESLint with the plugin and `backend-lint`, on another version of Node. */
function expectToRunOn(version: (typeof NODES)[number], { folder }: UserProject): void {
  const node = join(nodes.folder, 'node_modules', `node-${version}`, 'bin/node');
  const user = new UserProject(folder, node).write(CROSS);
  expect(user.allReported('src')).toContain(REPORT);
  const found = user.node('node_modules/eslint-plugin-backend/dist/cli/main.js', '--format', 'github', 'cross');
  expect(found.stderr).toBe('');
  expect(found.stdout).toMatch(/^::error file=cross\/users\.ts,line=3,.*title=backend\/no-sql-concat::/m);
  expect(found.status).toBe(1);
}

/** Every rule of the preset is on, and – once the rule exists – both files are reported. */
function expectRecommended(user: UserProject): void {
  expect(user.allEnabled('src/app.cjs').sort()).toEqual(Object.keys(plugin.configs.recommended.rules).sort());
  for (const file of ['src/app.cjs', 'src/app.mjs']) {
    const reported = user.allReported(file);
    // Other rules may have their say too; a syntax error or a failed rule may not.
    expect(reported.filter((name) => !name.startsWith('backend/'))).toEqual([]);
    if (RULE in plugin.rules) expect(reported).toContain(REPORT);
  }
}

describe('ESLint 8.57', () => {
  let user: UserProject;
  beforeAll(() => {
    user = project('eslint-8').install('eslint@8.57.1', tarball);
  });

  it('takes plugin:backend/recommended in an .eslintrc.json', () => {
    const parserOptions = { ecmaVersion: 2022, sourceType: 'module' };
    const config = { root: true, parserOptions, env: { node: true }, extends: ['plugin:backend/recommended'] };
    user.write({ '.eslintrc.json': JSON.stringify(config) });
    expectRecommended(user);
  });

  it('takes flat/recommended in an eslint.config.js', () => {
    rmSync(join(user.folder, '.eslintrc.json'), { force: true });
    user.write({ 'eslint.config.js': FLAT_OBJECT });
    expectRecommended(user);
  });

  it.each(NODES)('runs on Node %s', (version) => expectToRunOn(version, user));
});

describe.each([
  ['9', 'eslint@^9.39.0'],
  ['10', 'eslint@^10.0.0'],
])('ESLint %s', (version, eslint) => {
  let user: UserProject;
  const configure = (file: string, text: string): void => {
    for (const old of ['eslint.config.cjs', 'eslint.config.mjs']) rmSync(join(user.folder, old), { force: true });
    user.write({ [file]: text });
  };
  beforeAll(() => {
    user = project(`eslint-${version}`).install(eslint, tarball);
  });

  it.each([
    ['a CommonJS config that extends backend/recommended', 'eslint.config.cjs', FLAT_COMMONJS],
    ['an ESM config that extends backend/recommended', 'eslint.config.mjs', FLAT_ESM],
    ["configs['flat/recommended'] as an object", 'eslint.config.cjs', FLAT_OBJECT],
    ['the plugin met as ESM and as CommonJS at once', 'eslint.config.mjs', FLAT_TWICE],
  ])('takes %s', (_, file, text) => {
    configure(file, text);
    expectRecommended(user);
  });

  // ESLint 10 itself needs Node 20.19.
  it.each(NODES.filter((name) => version === '9' || !name.startsWith('18.')))('runs on Node %s', (name) => {
    configure('eslint.config.cjs', FLAT_OBJECT);
    expectToRunOn(name, user);
  });

  it('type-checks a configuration', () => {
    const compilerOptions = {
      strict: true,
      noEmit: true,
      module: 'node16',
      target: 'ES2022',
      types: [],
      skipLibCheck: true,
    };
    user.write({
      'eslint.config.mts': FLAT_TYPED,
      'tsconfig.json': JSON.stringify({ compilerOptions, files: ['eslint.config.mts'] }),
    });
    const { status, stdout } = user.node(require.resolve('typescript/bin/tsc'), '-p', '.');
    rmSync(join(user.folder, 'eslint.config.mts'));
    expect(stdout).toBe('');
    expect(status).toBe(0);
  });
});

describe('beside TypeScript 7, which has no compiler API', () => {
  it('backend-lint runs, and ESLint with the parser of the plugin', () => {
    const user = new UserProject(join(temporary, 'typescript-7')).install(
      'eslint@10.15.0',
      'typescript@7.0.2',
      tarball,
    );
    user.write({
      ...CROSS,
      'eslint.config.mjs': `import backend from 'eslint-plugin-backend';
import parser from 'eslint-plugin-backend/parser';
export default [{ files: ['**/*.ts'], languageOptions: { parser } }, backend.configs['flat/recommended']];
`,
    });
    expect(user.allReported('cross')).toContain(REPORT);
    const found = user.node('node_modules/eslint-plugin-backend/dist/cli/main.js', '--format', 'github', 'cross');
    expect(found.stdout, found.stderr).toMatch(/title=backend\/no-sql-concat::/);
  });
});

describe('the tarball', () => {
  const allProblems = (bin: string, ...args: string[]): { status: number | null; output: string } => {
    const { status, stdout, stderr } = new UserProject(temporary).node(join(ROOT, 'node_modules', bin), ...args);
    return { status, output: status === 0 ? '' : stdout + stderr };
  };

  it('is clean for publint', () => {
    expect(allProblems('publint/src/cli.js', 'run', tarball, '--strict')).toEqual({ status: 0, output: '' });
  });

  it('is clean for attw: its types resolve in every mode', () => {
    expect(allProblems('@arethetypeswrong/cli/dist/index.js', tarball, '--no-color')).toEqual({
      status: 0,
      output: '',
    });
  });

  it('has a page for every rule', () => {
    const user = new UserProject(join(temporary, 'eslint-10'));
    const script = `const { rules } = require('eslint-plugin-backend');
      const { existsSync } = require('node:fs');
      const page = (name) => require.resolve('eslint-plugin-backend/package.json').replace('package.json', 'rules-docs/' + name + '.md');
      console.log(JSON.stringify(Object.keys(rules).filter((name) => !existsSync(page(name)))));`;
    expect(user.node('-e', script).stdout.trim()).toBe('[]');
  });
});
