/** `eslint-plugin-backend/languages` from the packed tarball: with ESLint 9 and 10, and with 8.57, which knows no languages. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pack, UserProject } from './project.js';

const FILES = {
  'prisma/schema.prisma': `datasource db {
  provider = "postgresql"
}

model Post {
  id       Int  @id
  authorId Int
  author   User @relation(fields: [authorId], references: [id])
}
`,
  'prisma/migrations/20260101000000_a/migration.sql': 'ALTER TABLE "Post" DROP COLUMN "title";\n',
  'src/a.js': 'module.exports = 1;\n',
};
const CONFIGS = {
  'eslint.config.mjs': `import backend from 'eslint-plugin-backend';
import languages from 'eslint-plugin-backend/languages';
export default [backend.configs['flat/recommended'], ...languages.configs.recommended];
`,
  'eslint.config.cjs': `const { defineConfig } = require('eslint/config');
const backend = require('eslint-plugin-backend');
const languages = require('eslint-plugin-backend/languages');
module.exports = defineConfig([backend.configs['flat/recommended'], languages.configs.recommended]);
`,
};

let temporary = '';
let tarball = '';
beforeAll(() => {
  ({ folder: temporary, tarball } = pack());
});
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const project = (name: string): UserProject => new UserProject(join(temporary, name)).write(FILES);

describe.each(['9', '10'])('with ESLint %s', (version) => {
  it.each(Object.entries(CONFIGS))('%s adds the languages in one line', (name, text) => {
    const user = project(`eslint-${version}-${name}`)
      .install(`eslint@${version}`, tarball)
      .write({ [name]: text });
    expect(user.allReported('prisma/schema.prisma')).toEqual(['backend/require-foreign-key-index']);
    expect(user.allReported('prisma/migrations/20260101000000_a/migration.sql')).toEqual([
      'backend/no-breaking-migration',
    ]);
    expect(user.allReported('src/a.js')).toEqual([]);
  });
});

it('leaves ESLint 8.57 as it was', () => {
  const user = project('eslint-8').install('eslint@8.57.1', tarball).write({
    'eslint.config.js': "module.exports = [require('eslint-plugin-backend').configs['flat/recommended']];\n",
  });
  expect(user.allReported('src/a.js')).toEqual([]);
  const { stdout, status } = user.node('node_modules/eslint-plugin-backend/dist/cli/main.js');
  // Its own config and src/a.js.
  expect(stdout).toContain('No findings in 2 files');
  expect(status).toBe(0);
});
