import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backendLint, makeProject } from './bin.js';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const eslint9 = { devDependencies: { eslint: '^9.39.0' } };
const eslint8 = { devDependencies: { eslint: '^8.57.1' } };
const PRESET = "backend.configs['flat/recommended']";

/** The text of a file after `init --yes` over the given project, which a second run leaves as it is. */
function afterInit(files: Readonly<Record<string, string>>, name: string): string {
  const project = makeProject(files);
  expect(backendLint(project, ['init', '--yes']).code).toBe(0);
  const text = readFileSync(join(project, name), 'utf8');
  const again = backendLint(project, ['init', '--yes']);
  expect(again.code).toBe(0);
  expect(again.stdout).not.toMatch(/Wrote/);
  expect(readFileSync(join(project, name), 'utf8')).toBe(text);
  return text;
}

describe('the ESLint config', () => {
  it('is made where there is none', () => {
    expect(afterInit({ 'package.json': json(eslint9) }, 'eslint.config.mjs')).toBe(
      `import backend from 'eslint-plugin-backend';\n\nexport default [${PRESET}];\n`,
    );
  });

  it('gets a parser in a TypeScript project', () => {
    const text = afterInit({ 'package.json': json(eslint9), 'tsconfig.json': '{}' }, 'eslint.config.mjs');
    expect(text).toMatch(/import tsParser from 'eslint-plugin-backend\/parser'/);
    expect(text).toMatch(/languageOptions: \{ parser: tsParser \}/);
  });

  it('is an .eslintrc.json for ESLint 8', () => {
    expect(JSON.parse(afterInit({ 'package.json': json(eslint8) }, '.eslintrc.json'))).toMatchObject({
      extends: ['plugin:backend/recommended'],
    });
  });

  it.each([
    [
      'a list',
      "import js from '@eslint/js';\n\nexport default [\n  js.configs.recommended,\n];\n",
      `\n  ${PRESET},\n];\n`,
    ],
    [
      'defineConfig with a list',
      "import { defineConfig } from 'eslint/config';\nexport default defineConfig([{ rules: {} }]);\n",
      `[{ rules: {} }, ${PRESET}]);\n`,
    ],
    [
      'a call with several',
      "import tseslint from 'typescript-eslint';\nexport default tseslint.config(\n  tseslint.configs.base, // base\n  { rules: {} }\n);\n",
      `{ rules: {} },\n  ${PRESET}\n);\n`,
    ],
    ['a list by name', 'const config = [];\nexport default config;\n', `const config = [${PRESET}];`],
  ])('is extended: %s', (_, before, added) => {
    const text = afterInit({ 'package.json': json(eslint9), 'eslint.config.mjs': before }, 'eslint.config.mjs');
    expect(text).toContain(added);
    expect(text).toContain("import backend from 'eslint-plugin-backend';\n");
  });

  it('is extended in CommonJS', () => {
    const before = "const js = require('@eslint/js');\nmodule.exports = [js.configs.recommended];\n";
    expect(afterInit({ 'package.json': json(eslint9), 'eslint.config.js': before }, 'eslint.config.js')).toBe(
      `const js = require('@eslint/js');\nconst backend = require('eslint-plugin-backend');\nmodule.exports = [js.configs.recommended, ${PRESET}];\n`,
    );
  });

  it('keeps comments and layout of an .eslintrc.json', () => {
    const before = '{\n    // ours\n    "extends": "eslint:recommended",\n    "rules": {}\n}\n';
    const text = afterInit({ 'package.json': json(eslint8), '.eslintrc.json': before }, '.eslintrc.json');
    expect(text).toContain('    // ours\n');
    expect(text).toMatch(/"extends": \[\s+"eslint:recommended",\s+"plugin:backend\/recommended"\s+\]/);
  });

  it('keeps comments of an .eslintrc.yml', () => {
    const before = '# ours\nextends:\n  - eslint:recommended\n';
    expect(afterInit({ 'package.json': json(eslint8), '.eslintrc.yml': before }, '.eslintrc.yml')).toBe(
      '# ours\nextends:\n  - eslint:recommended\n  - plugin:backend/recommended\n',
    );
  });

  it.each([
    [
      "module.exports = { extends: 'airbnb-base' };\n",
      "module.exports = { extends: ['airbnb-base', 'plugin:backend/recommended'] };\n",
    ],
    [
      "module.exports = {\n  extends: [\n    'eslint:recommended',\n  ],\n};\n",
      "module.exports = {\n  extends: [\n    'eslint:recommended',\n    'plugin:backend/recommended',\n  ],\n};\n",
    ],
  ])('gets the preset in a list that is code', (before, after) => {
    expect(afterInit({ 'package.json': json(eslint8), '.eslintrc.js': before }, '.eslintrc.js')).toBe(after);
  });

  it('is found in package.json', () => {
    const before = json({ ...eslint8, eslintConfig: { extends: ['eslint:recommended'] } });
    expect(JSON.parse(afterInit({ 'package.json': before }, 'package.json'))).toMatchObject({
      eslintConfig: { extends: ['eslint:recommended', 'plugin:backend/recommended'] },
    });
  });

  it.each([
    ['eslint.config.mjs', "import make from './make.js';\nexport default await make();\n"],
    ['eslint.config.mjs', 'export default [;\n'],
    ['.eslintrc.cjs', 'module.exports = { ...require("./base"), rules: {} };\n'],
    ['.eslintrc.json', '{ "extends": [ }'],
  ])('that can not be changed safely (%s) is left alone, and said', (name, before) => {
    const project = makeProject({ 'package.json': json(eslint8), [name]: before });
    const ran = backendLint(project, ['init', '--yes']);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain(`By hand: Add the plugin to ${name}:`);
    expect(readFileSync(join(project, name), 'utf8')).toBe(before);
  });
});

describe('the hook', () => {
  const base = { 'eslint.config.mjs': "import backend from 'eslint-plugin-backend';\nexport default [];\n" };

  it('is one more entry of lint-staged', () => {
    const before = json({ ...eslint9, 'lint-staged': { '*.md': 'prettier --write' } });
    expect(JSON.parse(afterInit({ ...base, 'package.json': before }, 'package.json'))).toMatchObject({
      'lint-staged': { '*.md': 'prettier --write', '*.{js,mjs,cjs,ts,mts,cts}': 'backend-lint' },
    });
  });

  it('is one more command of lefthook', () => {
    const before = '# hooks\npre-commit:\n  commands:\n    test:\n      run: npm test\n';
    expect(afterInit({ ...base, 'package.json': json(eslint9), 'lefthook.yml': before }, 'lefthook.yml')).toBe(
      `${before}    backend-lint:\n      glob: "*.{js,mjs,cjs,ts,mts,cts}"\n      run: npx --no-install backend-lint {staged_files}\n`,
    );
  });

  it('is one more local hook of pre-commit', () => {
    const before =
      'repos:\n  - repo: https://github.com/pre-commit/pre-commit-hooks\n    rev: v6.0.0\n    hooks:\n      - id: trailing-whitespace\n';
    const text = afterInit(
      { ...base, 'package.json': json(eslint9), '.pre-commit-config.yaml': before },
      '.pre-commit-config.yaml',
    );
    expect(text.startsWith(before)).toBe(true);
    expect(text).toContain('entry: npx --no-install backend-lint');
  });

  it('is told where the configuration of lint-staged is code', () => {
    const code = { 'lint-staged.config.mjs': 'export default {};', '.husky/pre-commit': '' };
    const project = makeProject({ ...base, 'package.json': json(eslint9), ...code });
    const { stdout } = backendLint(project, ['init', '--yes']);
    expect(stdout).toContain('By hand: Add to the configuration of lint-staged in lint-staged.config.mjs:\n');
    expect(stdout).not.toContain('lint-staged is not');
  });

  it('is there already where ESLint runs on what is staged', () => {
    const project = makeProject({ ...base, 'package.json': json({ ...eslint9, 'lint-staged': { '*.ts': 'eslint' } }) });
    expect(backendLint(project, ['init', '--yes']).stdout).toContain('Done already: lint-staged runs it');
  });
});

describe('the CI step', () => {
  const base = { 'package.json': json(eslint9), 'eslint.config.mjs': '// eslint-plugin-backend' };

  it('is a workflow of its own on GitHub', () => {
    const text = afterInit(
      { ...base, '.github/CODEOWNERS': '', 'pnpm-lock.yaml': '' },
      '.github/workflows/backend-lint.yml',
    );
    expect(text).toContain(
      '- run: pnpm install --frozen-lockfile\n      - run: pnpm exec backend-lint --format github\n',
    );
  });

  it.each([
    ['pnpm, of a version of its own', { 'pnpm-lock.yaml': '' }, '{ version: latest }'],
    ['yarn 1', { 'yarn.lock': '# yarn lockfile v1\n' }, '- run: yarn install --frozen-lockfile\n'],
    ['yarn', { 'yarn.lock': '__metadata:\n' }, '- run: corepack enable\n'],
  ])('knows what the runner lacks for %s', (_, lock, expected) => {
    const text = afterInit({ ...base, ...lock, '.github/CODEOWNERS': '' }, '.github/workflows/backend-lint.yml');
    expect(text).toContain(expected);
  });

  it('is a job on GitLab, beside the others', () => {
    const before = '# ours\ntest:\n  script: npm test\n';
    const text = afterInit({ ...base, '.gitlab-ci.yml': before }, '.gitlab-ci.yml');
    expect(text.startsWith(before)).toBe(true);
    expect(text).toContain('codequality: gl-code-quality.json');
  });

  it('is there already where a workflow lints', () => {
    const workflow = 'jobs:\n  a:\n    steps:\n      - run: npm run lint\n';
    const project = makeProject({ ...base, '.github/workflows/ci.yml': workflow });
    expect(backendLint(project, ['init', '--yes']).stdout).toContain('Done already: .github/workflows/ci.yml lints');
    expect(existsSync(join(project, '.github/workflows/backend-lint.yml'))).toBe(false);
  });
});

describe('asking first', () => {
  it('writes nothing with --dry-run', () => {
    const project = makeProject({ 'package.json': json(eslint9) });
    const ran = backendLint(project, ['init', '--dry-run']);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('+++ b/eslint.config.mjs');
    expect(existsSync(join(project, 'eslint.config.mjs'))).toBe(false);
  });

  it('writes nothing where there is nobody to ask', () => {
    const project = makeProject({ 'package.json': json(eslint9) });
    const ran = backendLint(project, ['init']);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(/say --yes/);
    expect(existsSync(join(project, 'eslint.config.mjs'))).toBe(false);
  });

  it('needs a package.json, and known options', () => {
    expect(backendLint(makeProject({}), ['init', '--yes']).code).toBe(2);
    expect(backendLint(makeProject({ 'package.json': '{}' }), ['init', '--force']).code).toBe(2);
  });
});
