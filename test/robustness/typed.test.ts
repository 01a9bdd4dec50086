import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as parser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import { afterAll, expect, it } from 'vitest';
import plugin from '../../src/index.js';

const root = mkdtempSync(join(tmpdir(), 'typed-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function findings(dir: string, typed: boolean): Promise<string[]> {
  const eslint = new ESLint({
    cwd: dir,
    overrideConfigFile: true,
    ignore: false,
    allowInlineConfig: false,
    overrideConfig: [
      {
        files: ['**/*.{ts,tsx,js}'],
        plugins: { backend: plugin as never },
        rules: Object.fromEntries(Object.keys(plugin.rules).map((name) => [`backend/${name}`, 'error'])),
        languageOptions: {
          parser: parser as Linter.Parser,
          parserOptions: typed ? { projectService: true, tsconfigRootDir: dir } : {},
        },
      },
    ],
  });
  const results = await eslint.lintFiles(['**/*.{ts,tsx,js}']);
  return results.flatMap(({ filePath, messages }) =>
    messages.map(
      ({ line, column, ruleId, message }) => `${relative(dir, filePath)}:${line}:${column} ${ruleId} ${message}`,
    ),
  );
}

it.each([
  'apps/shop-nest-prisma',
  'apps/ledger-fastify-drizzle',
  'apps/tickets-hono-kysely',
  'cases/no-unpaginated-query/fleet-typeorm-active-record',
  'cases/no-sql-concat/ledger-nest-typeorm',
  'cases/require-idempotency/invoices-nest-graphql',
])('a typed run of %s finds what the untyped run finds', { timeout: 60_000 }, async (name) => {
  const dir = join(root, name);
  cpSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), dir, { recursive: true });
  const compilerOptions = {
    allowJs: true,
    strict: true,
    experimentalDecorators: true,
    module: 'esnext',
    moduleResolution: 'bundler',
  };
  writeFileSync(join(dir, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['**/*'] }));
  const untyped = await findings(dir, false);
  expect(untyped).not.toEqual([]);
  expect(await findings(dir, true)).toEqual(untyped);
});
