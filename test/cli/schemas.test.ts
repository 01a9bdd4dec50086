/** schema.prisma, migrations in SQL and tsconfig.json, which `backend-lint` takes in by itself. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backendLint, findings, makeProject } from './bin.js';

const SCHEMA = `datasource db {
  provider = "postgresql"
}

model User {
  id    Int    @id
  posts Post[]
}

model Post {
  id       Int  @id
  authorId Int
  author   User @relation(fields: [authorId], references: [id])
}
`;
const FILES = {
  'package.json': '{ "name": "shop", "private": true, "dependencies": { "pg": "8.16.0", "express": "5.1.0" } }',
  'tsconfig.json': '{ "compilerOptions": { "strict": false } }',
  'src/a.js': 'export const a = 1;\n',
  'prisma/schema.prisma': SCHEMA,
  'prisma/seed.sql': 'DELETE FROM "Post";\n',
  'prisma/migrations/20260101000000_a/migration.sql': 'ALTER TABLE "User" DROP COLUMN "name";\nDELETE FROM "Post";\n',
};
const MIGRATION = 'prisma/migrations/20260101000000_a/migration.sql';
const real = { bin: 'real' } as const;

describe('files that are no code', () => {
  it('are found and linted beside it', () => {
    const project = makeProject(FILES);
    expect(findings(project, [], real)).toEqual([
      `${MIGRATION}:1 backend/no-breaking-migration`,
      `${MIGRATION}:2 backend/no-unbounded-write`,
      'prisma/schema.prisma:12 backend/require-foreign-key-index',
    ]);
    expect(backendLint(project, [], real)).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/prisma\/schema\.prisma\n.*12:3 +warning +backend\/require-foreign-key-index/),
    });
  });

  it('count only where a rule that is asked for speaks there', () => {
    const project = makeProject(FILES);
    expect(findings(project, ['--preset', 'strict'], real)).toEqual(
      expect.arrayContaining(['tsconfig.json:1 backend/require-strict-tsconfig']),
    );
    expect(findings(project, ['--rule', 'no-sql-concat'], real)).toEqual([]);
    expect(backendLint(project, ['--rule', 'no-sql-concat', 'prisma/schema.prisma'], real).stderr).toMatch(
      /skipped prisma\/schema\.prisma/,
    );
  });

  it('can be named, and be read from the standard input', () => {
    const project = makeProject(FILES);
    expect(findings(project, ['prisma/schema.prisma'], real)).toEqual([
      'prisma/schema.prisma:12 backend/require-foreign-key-index',
    ]);
    const ran = backendLint(project, ['--stdin', '--stdin-filename', MIGRATION], {
      ...real,
      input: 'DELETE FROM "a";',
    });
    expect(ran.stdout).toContain('backend/no-unbounded-write');
  });

  it('are fixed and written into a baseline like code', () => {
    const project = makeProject(FILES);
    backendLint(project, ['--fix-suggestions', 'prisma/schema.prisma'], real);
    expect(readFileSync(join(project, 'prisma/schema.prisma'), 'utf8')).toContain(
      'references: [id])\n\n  @@index([authorId])\n}',
    );
    backendLint(project, ['--baseline'], real);
    expect(JSON.parse(readFileSync(join(project, 'eslint-suppressions.json'), 'utf8'))).toEqual({
      [MIGRATION]: { 'backend/no-unbounded-write': { count: 1 } },
    });
    expect(backendLint(project, [], real).code).toBe(0);
  });

  it('stand in SARIF', () => {
    const { stdout } = backendLint(makeProject(FILES), ['--format', 'sarif'], real);
    expect(stdout).toContain('prisma/schema.prisma');
  });
});
