import { describe, expect, it } from 'vitest';
import { parsePostgres } from '../../src/sql/postgres.js';
import { readScript } from '../../src/sql/script.js';
import { findings, lint, suggested } from './lint.js';

const NEW = 'migrations/20260101000000_change.sql';
/** The findings of one migration on PostgreSQL, without the file. */
const of = async (text: string, path = NEW): Promise<string[]> =>
  (await findings({ [path]: text })).map((each) => each.slice(path.length + 1));

describe('reading SQL', () => {
  it('is synchronous, and null for what PostgreSQL does not know', () => {
    expect(parsePostgres('select 1')).toHaveProperty('SelectStmt');
    expect(parsePostgres('ALTER TABLE t MODIFY COLUMN a int')).toBeNull();
    expect(parsePostgres(`select ${'('.repeat(50_000)}1${')'.repeat(50_000)}`)).toBeNull();
    expect(parsePostgres('select 1')).toHaveProperty('SelectStmt');
  });

  it('finds statements and comments, and places that count bytes', () => {
    const script = readScript(
      '-- ü\nselect \'ä;--x\' as "é" from t; /* a\nb */ create function f() returns int as $$ select 1; $$ language sql',
    );
    expect(script.statements.map(({ text }) => text)).toEqual([
      `select 'ä;--x' as "é" from t`,
      'create function f() returns int as $$ select 1; $$ language sql',
    ]);
    expect(script.comments.map(({ value }) => value)).toEqual([' ü', ' a\nb ']);
    const [first] = script.statements;
    const location = Buffer.byteLength(first!.text.slice(0, first!.text.indexOf('t', 25)));
    expect(first!.placeOf(location)).toBe(first!.range[0] + first!.text.indexOf('t', 25));
  });

  it('reads the part of MySQL that is the same', () => {
    expect(readScript('ALTER TABLE `a` DROP COLUMN `b`').statements[0]!.tree).toHaveProperty('AlterTableStmt');
  });
});

describe('no-breaking-migration in SQL', () => {
  it.each([
    ['ALTER TABLE "Ü" ADD COLUMN "ß" int, DROP COLUMN "b", DROP COLUMN c;', ['1:37-52 no-breaking-migration/drop']],
    ['DROP TABLE IF EXISTS a.b;', ['1:1-25 no-breaking-migration/drop']],
    ['ALTER TABLE t RENAME COLUMN a TO b', ['1:1-35 no-breaking-migration/rename']],
    ['ALTER TABLE ONLY public.t RENAME TO u', ['1:1-38 no-breaking-migration/rename']],
    ['ALTER TABLE t ALTER a SET NOT NULL', ['1:15-35 no-breaking-migration/required']],
    ['ALTER TABLE t ADD a int NOT NULL', ['1:15-33 no-breaking-migration/required']],
    ['ALTER TABLE t ALTER COLUMN a TYPE varchar(10)', ['1:15-46 no-breaking-migration/type']],
    ['CREATE UNIQUE INDEX i ON s.t (a);', ['1:1-29 no-breaking-migration/index']],
  ])('%s', async (text, expected) => {
    expect(await of(text)).toEqual(expected);
  });

  it.each([
    'ALTER TABLE t ADD COLUMN a int',
    "ALTER TABLE t ADD COLUMN a text NOT NULL DEFAULT ''",
    'ALTER TABLE t ADD COLUMN a bigserial NOT NULL',
    'ALTER TABLE t ADD COLUMN a int GENERATED ALWAYS AS IDENTITY NOT NULL',
    'ALTER TABLE t ALTER COLUMN a SET DEFAULT 1, ALTER COLUMN a SET NOT NULL',
    'ALTER TABLE t ALTER COLUMN a TYPE text',
    'ALTER TABLE t DROP CONSTRAINT c, ALTER COLUMN a DROP NOT NULL, ALTER COLUMN a DROP DEFAULT',
    'CREATE INDEX CONCURRENTLY i ON t (a)',
    'CREATE TABLE t (a int); CREATE INDEX i ON t (a); ALTER TABLE t DROP COLUMN a; DROP TABLE t',
    'CREATE TABLE new_t (a int); INSERT INTO new_t SELECT a FROM t; DROP TABLE t; ALTER TABLE new_t RENAME TO t',
    'DROP VIEW v; DROP INDEX i; DROP TYPE e; ALTER VIEW v RENAME COLUMN a TO b; ALTER INDEX i RENAME TO j',
    'THIS IS NO SQL; ALTER TABLE t MODIFY COLUMN a varchar(10) NOT NULL',
  ])('is silent: %s', async (text) => {
    expect(await of(text)).toEqual([]);
  });

  it('lets other databases build their indexes as they do', async () => {
    expect(await of('CREATE INDEX `i` ON `t` (`a`)')).toEqual([]);
    expect(await of('CREATE INDEX i ON t (a)', 'db/sqlite/migrations/0001_a.sql')).toEqual([]);
  });

  it('looks at the way forward alone', async () => {
    expect(await of('-- migrate:up\nALTER TABLE t ADD a int;\n-- migrate:down\nALTER TABLE t DROP a;')).toEqual([]);
    expect(await of('ALTER TABLE t DROP a;', 'migrations/0001_a.down.sql')).toEqual([]);
  });

  it.each([
    ['folders, as Prisma has them', (n: number) => `prisma/migrations/202501${n}000000_x/migration.sql`],
    ['files, as Drizzle has them', (n: number) => `drizzle/00${n}_x.sql`],
  ])('looks at the newest five of %s', async (_, path) => {
    const files = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [path(n + 10), `ALTER TABLE t${n} DROP a;`]));
    const found = await findings(files);
    expect(found.map((each) => each.split(':')[0])).toEqual([17, 18, 19, 20, 21].map(path));
    expect(await findings(files, { 'backend/no-breaking-migration': ['warn', { newest: 2 }] })).toHaveLength(2);
  });

  it('is no matter of queries that are kept in files', async () => {
    expect(await of('ALTER TABLE t DROP a', 'src/queries/drop.sql')).toEqual([]);
  });
});

describe('no-unbounded-write in SQL', () => {
  it.each([
    ['DELETE FROM "Session";', ['1:1-22 no-unbounded-write/everyRow']],
    ['TRUNCATE t', ['1:1-11 no-unbounded-write/everyRow']],
    ['UPDATE s.t SET a = 1;', ['1:1-11 no-unbounded-write/everyRow']],
  ])('%s', async (text, expected) => {
    expect(await of(text)).toEqual(expected);
    expect(await of(text, 'src/queries/q.sql')).toEqual(expected);
  });

  it.each([
    'DELETE FROM t WHERE a = 1',
    'CREATE TABLE t (a int); DELETE FROM t; TRUNCATE t',
    'ALTER TABLE t ADD COLUMN a int; UPDATE t SET a = 1',
    'UPDATE t SET b = lower(a)',
    'UPDATE t SET b = 1 FROM u WHERE u.id = t.id',
  ])('is silent in a migration: %s', async (text) => {
    expect(await of(text)).toEqual([]);
  });

  it.each(['seeds/a.sql', 'prisma/seed.sql', 'test/reset.sql', 'migrations/0001_a.down.sql'])(
    'is silent in %s',
    async (path) => {
      expect(await of('DELETE FROM t', path)).toEqual([]);
    },
  );
});

describe('require-reversible-migration in SQL', () => {
  it.each([
    ['migrations/1_a.sql', '-- migrate:up\nCREATE TABLE t (a int);\n', ['1:1-14 require-reversible-migration/absent']],
    [
      'migrations/1_a.sql',
      '-- +goose Up\nCREATE TABLE t (a int);\n-- +goose Down\n',
      ['3:1-15 require-reversible-migration/empty'],
    ],
    ['migrations/1_a.up.sql', 'CREATE TABLE t (a int);', ['1:1-23 require-reversible-migration/absent']],
  ])('%s: %j', async (path, text, expected) => {
    expect(await of(text, path)).toEqual(expected);
  });

  it('knows pairs of files', async () => {
    const up = 'CREATE TABLE t (a int);';
    expect(await findings({ 'migrations/1_a.up.sql': up, 'migrations/1_a.down.sql': 'DROP TABLE t;' })).toEqual([]);
    expect(await findings({ 'migrations/1_a.up.sql': up, 'migrations/1_a.down.sql': '-- later\n' })).toEqual([
      'migrations/1_a.up.sql:1:1-23 require-reversible-migration/empty',
    ]);
    const both = {
      'm/migrations/001.do.a.sql': up,
      'm/migrations/001.undo.a.sql': 'DROP TABLE t;',
      'm/migrations/002.do.b.sql': up,
    };
    expect(await findings(both)).toEqual(['m/migrations/002.do.b.sql:1:1-23 require-reversible-migration/absent']);
  });

  it.each([
    ['prisma/migrations/20260101000000_a/migration.sql', 'CREATE TABLE t (a int);'],
    ['drizzle/0001_a.sql', 'CREATE TABLE t (a int);'],
    ['migrations/1_a.sql', "-- migrate:up\nUPDATE t SET a = b || '';\n"],
    ['migrations/1_a.sql', '-- migrate:up\n-- irreversible\nDROP VIEW t;\n'],
    ['migrations/001.do.a.sql', 'CREATE TABLE t (a int);'],
  ])('asks nothing of %s: %j', async (path, text) => {
    expect(await of(text, path)).toEqual([]);
  });
});

describe('require-foreign-key-index in SQL', () => {
  it.each([
    ['CREATE TABLE p (id int PRIMARY KEY, user_id int REFERENCES u (id));', ['1:37-44 require-foreign-key-index/bare']],
    [
      'CREATE TABLE p (id int, user_id int, FOREIGN KEY (user_id) REFERENCES u (id));',
      ['1:38-45 require-foreign-key-index/bare'],
    ],
    [
      'ALTER TABLE "p" ADD CONSTRAINT "f" FOREIGN KEY ("userId") REFERENCES "u"("id");',
      ['1:17-79 require-foreign-key-index/bare'],
    ],
  ])('%s', async (text, expected) => {
    expect(await of(text)).toEqual(expected);
  });

  it('adds the statement that makes the index', async () => {
    const text = 'ALTER TABLE "p" ADD FOREIGN KEY ("userId") REFERENCES "u"("id");\nSELECT 1;\n';
    expect(await suggested({ [NEW]: text })).toBe(
      text.replace('("id");\n', '("id");\n\nCREATE INDEX "p_userId_idx" ON "p" ("userId");\n'),
    );
  });

  it('counts indexes of other migrations', async () => {
    const key = 'ALTER TABLE p ADD FOREIGN KEY (user_id) REFERENCES u (id);';
    expect(
      await findings({
        [NEW]: key,
        'migrations/20250101000000_a.sql': 'CREATE INDEX CONCURRENTLY i ON p (user_id, a);',
      }),
    ).toEqual([]);
  });

  it('leaves it to the models where there are any', async () => {
    const files = {
      'prisma/schema.prisma':
        'datasource db {\n  provider = "postgresql"\n}\nmodel P {\n  id Int @id\n  uId Int\n  u U @relation(fields: [uId], references: [id])\n}\n',
      'prisma/migrations/20260101000000_a/migration.sql':
        'ALTER TABLE "P" ADD FOREIGN KEY ("uId") REFERENCES "U"("id");',
    };
    expect(await findings(files)).toEqual(['prisma/schema.prisma:6:3-6 require-foreign-key-index/bare']);
  });

  it('is silent where the database makes the index', async () => {
    expect(await of('CREATE TABLE `p` (id int, FOREIGN KEY (`u`) REFERENCES `u` (`id`))')).toEqual([]);
  });
});

describe('comments that direct the linter, in SQL', () => {
  it.each([
    '-- eslint-disable-next-line backend/no-breaking-migration -- nobody reads it\nALTER TABLE t DROP a;',
    '/* eslint-disable-next-line */\nALTER TABLE t DROP a;',
    'ALTER TABLE t DROP a; -- eslint-disable-line backend/no-breaking-migration',
    '/* eslint-disable backend/no-breaking-migration */\nALTER TABLE t DROP a;\n/* eslint-enable */',
    '/* eslint backend/no-breaking-migration: off */\nALTER TABLE t DROP a;',
  ])('%s', async (text) => {
    expect(await of(text)).toEqual([]);
  });

  it('says which of them is of no use', async () => {
    const [result] = await lint({
      [NEW]: '-- eslint-disable-next-line backend/no-breaking-migration\nSELECT 1;',
    });
    expect(result!.messages).toMatchObject([
      { line: 1, message: expect.stringContaining('Unused eslint-disable directive') },
    ]);
  });
});
