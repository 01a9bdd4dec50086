/** oxlint runs the plugin through `jsPlugins`: the same findings as ESLint without types, on the apps and on fixtures. */
import { cpSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pack, ROOT, UserProject } from './project.js';

const APPS = ['ledger-fastify-drizzle', 'orders-express-pg', 'shop-nest-prisma', 'tickets-hono-kysely'];
const FIXTURES = ['no-sql-concat', 'no-hardcoded-secrets', 'require-idempotency', 'no-unpaginated-query'];
const PRESET = './node_modules/eslint-plugin-backend/oxlint/recommended.json';

let temporary = '';
let project: UserProject;

beforeAll(() => {
  const packed = pack();
  temporary = packed.folder;
  project = new UserProject(join(temporary, 'service')).install(
    packed.tarball,
    'eslint@10.15.0',
    'oxlint@1.94.0',
    '@typescript-eslint/parser@8.72.0',
  );
  for (const name of APPS)
    cpSync(join(ROOT, 'test/apps', name), join(project.folder, 'src', name), { recursive: true });
  for (const name of FIXTURES)
    cpSync(join(ROOT, 'test/cases', name), join(project.folder, 'src', name), { recursive: true });
  project.write({
    'eslint.config.mjs': `import parser from '@typescript-eslint/parser';
import backend from 'eslint-plugin-backend';
export default [
  { files: ['**/*.{js,mjs,cjs,ts,mts,cts,tsx,jsx}'], languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } }, linterOptions: { reportUnusedDisableDirectives: 'off' } },
  backend.configs['flat/recommended'],
];
`,
    '.oxlintrc.json': JSON.stringify({ extends: [PRESET], categories: { correctness: 'off' } }),
  });
});
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

interface EslintResult {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly line: number; readonly column: number }[];
}
interface OxlintReport {
  readonly diagnostics: readonly {
    readonly code: string;
    readonly filename: string;
    readonly labels: readonly { readonly span: { readonly line: number; readonly column: number } }[];
  }[];
}

function foundByEslint(): string[] {
  const { stdout } = project.eslint('--format', 'json', 'src');
  return (JSON.parse(stdout) as EslintResult[])
    .flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId, line }) => `${relative(project.folder, filePath)}:${line} ${ruleId}`),
    )
    .sort();
}

function foundByOxlint(): string[] {
  const { stdout } = project.node('node_modules/oxlint/bin/oxlint', '--format', 'json', 'src');
  return (JSON.parse(stdout) as OxlintReport).diagnostics
    .filter(({ code }) => code.startsWith('backend('))
    .map(
      ({ code, filename, labels }) => `${filename}:${labels[0]!.span.line} ${code.replace(/^(\w+)\((.*)\)$/, '$1/$2')}`,
    )
    .sort();
}

describe('oxlint with the preset of the package', () => {
  it('finds what ESLint finds without types', () => {
    const expected = foundByEslint();
    expect(expected.length).toBeGreaterThan(50);
    expect(foundByOxlint()).toEqual(expected);
  });
});
