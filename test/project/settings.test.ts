import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { makeProject } from './project-on-disk.js';

const acme = {
  name: 'acme-db',
  kind: 'data',
  modules: ['@acme/db'],
  client: 'Client',
  exports: { connect: { returns: 'Client' } },
  types: {
    Client: {
      members: { list: { query: { op: 'read-many', bound: ['0.max'], options: '0', boundName: 'max' } } },
    },
  },
};

function lint(code: string, backend: unknown): string[] {
  return new Linter({ cwd: '/' })
    .verify(
      code,
      {
        files: ['**/*.ts'],
        plugins: { backend: plugin as never },
        rules: { 'backend/no-unpaginated-query': 'error' },
        languageOptions: { parser: parser as Linter.Parser },
        settings: { backend },
      },
      { filename: '/service/src/users.ts' },
    )
    .map(({ message }) => message);
}

describe('settings.backend', () => {
  it('takes a library of the user’s own, bound and all', () => {
    const found = lint("import { connect } from '@acme/db';\nexport const all = () => connect().list();", {
      libraries: [acme],
    });
    expect(found).toEqual([expect.stringContaining('connect().list reads every row')]);
    expect(
      lint("import { connect } from '@acme/db';\nexport const all = () => connect().list({ max: 10 });", {
        libraries: [acme],
      }),
    ).toEqual([]);
  });

  it('takes a wrapper module for the client that it holds', () => {
    const code = "import { db } from '@/lib/db';\nexport const all = () => db.user.findMany();";
    expect(lint(code, {})).toEqual([]);
    expect(lint(code, { modules: { '@/lib/db': 'prisma' } })).toEqual([
      expect.stringContaining('db.user.findMany reads every row'),
    ]);
  });

  it.each([
    [{ module: {} }, 'settings.backend should NOT have additional properties (module)'],
    [
      { modules: { '@/lib/db': 'prismo' } },
      'settings.backend.modules["@/lib/db"]: no library with a client is named "prismo"',
    ],
    [
      { libraries: [{ ...acme, kind: 'dta' }] },
      'settings.backend.libraries[0].kind should be equal to one of the allowed values',
    ],
    [{ libraries: [{ ...acme, name: 'pg' }] }, 'settings.backend.libraries: there is a library named "pg" already'],
  ])('names the place of a mistake: %j', (settings, message) => {
    expect(lint('export const a = 1;', settings)).toEqual([expect.stringContaining(message)]);
  });
});

describe('the guide to describing one’s own code', () => {
  const page = readFileSync(join(import.meta.dirname, '../../rules-docs/guides/describing-your-own-code.md'), 'utf8');
  const block = (pattern: RegExp): string => pattern.exec(page)![1]!;
  const settings = JSON.parse(block(/example: settings -->\s+```json\n([^`]+)```/)) as object;
  const code = block(/```ts title="src\/app.ts"\n([\s\S]+?)\n```/);

  it('says what its example reports, and nothing else', () => {
    const project = makeProject({
      'package.json': { dependencies: { express: '^4.19.0' } },
      'src/lib/shell.ts':
        "import { send } from '@acme/agent';\nexport const run = send, quote = send, jobOf = send, checked = send;\n",
      'src/lib/http.ts':
        "import { send } from '@acme/agent';\nexport class Http { load(url: string) { return send(url); } }\n",
    });
    try {
      const messages = new Linter({ cwd: project.root }).verify(
        code,
        {
          files: ['**/*.ts'],
          plugins: { backend: plugin as never },
          rules: { 'backend/no-command-injection': 'error', 'backend/no-ssrf': 'error' },
          languageOptions: { parser: parser as Linter.Parser },
          settings: settings as Record<string, unknown>,
        },
        { filename: project.at('src/app.ts') },
      );
      const expected = code
        .split('\n')
        .flatMap((line, i) => [...line.matchAll(/\/\/ (no-[\w-]+)/g)].map(([, rule]) => `${i + 1} backend/${rule}`));
      expect(messages.map(({ line, ruleId }) => `${line} ${ruleId}`)).toEqual(expected);
      expect(expected).toHaveLength(3);
    } finally {
      project.remove();
    }
  });
});
