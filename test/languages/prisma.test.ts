import { describe, expect, it } from 'vitest';
import { readPrisma } from '../../src/prisma/index.js';
import { findings, suggested } from './lint.js';

const source = (provider: string, more = ''): string => `datasource db {\n  provider = "${provider}"${more}\n}\n`;
const POST = `model Post {
  id       Int  @id
  authorId Int
  author   User @relation(fields: [authorId], references: [id])
}
`;

describe('reading schema.prisma', () => {
  const shown = (text: string): string[] =>
    readPrisma(text).blocks.flatMap(({ name, fields, attributes }) => [
      name.value,
      ...[...fields, ...attributes].map(({ range }) => text.slice(...range)),
    ]);

  it('knows where each thing stands', () => {
    expect(
      shown('enum R {\n A @map("a")\n}\nmodel Ä {\r\n  x  String?   @db.VarChar(9) // why\r\n  @@index([x])\r\n}'),
    ).toEqual(['R', 'Ä', 'x  String?   @db.VarChar(9)', '@@index([x])']);
  });

  it('reads lists over several lines, with comments in them', () => {
    const { blocks } = readPrisma('model A {\n @@index([a, // first\n /* and */ b(sort: Desc),\n ], type: Hash)\n}\n');
    expect(blocks[0]!.attributes[0]!.args).toMatchObject([
      { name: null, value: { kind: 'list', items: [{ value: 'a' }, { kind: 'call', value: 'b' }] } },
      { name: 'type', value: { kind: 'word', value: 'Hash' } },
    ]);
  });

  it.each([
    'model',
    'model A {',
    'model A {\n id Int @',
    'model A {\n @@index([',
    '}{)(',
    'model A {\n ? x\n b Int\n}',
    '"',
  ])('does not fail over %j', (text) => {
    expect(readPrisma(text).range).toEqual([0, text.length]);
  });

  it('leaves out a line that it cannot read', () => {
    expect(shown('model A {\n ?? !\n b Int\n}')).toEqual(['A', 'b Int']);
  });
});

describe('require-foreign-key-index in schema.prisma', () => {
  const at = 'schema.prisma';

  it('stands at the column, and adds the index', async () => {
    const files = { [at]: source('postgresql') + POST };
    expect(await findings(files)).toEqual([`${at}:6:3-11 require-foreign-key-index/bare`]);
    expect(await suggested(files)).toBe(
      files[at]!.replace('references: [id])\n', 'references: [id])\n\n  @@index([authorId])\n'),
    );
  });

  it('puts the index behind those that are there', async () => {
    const text = source('sqlite') + POST.replace(/\}\n$/, '\n  @@map("posts") // old\n}\n');
    expect(await suggested({ [at]: text })).toContain('  @@map("posts") // old\n  @@index([authorId])\n}');
  });

  it.each([
    ['MySQL makes it', source('mysql') + POST],
    ['@unique', source('postgresql') + POST.replace('authorId Int', 'authorId Int @unique')],
    ['@@index that begins with it', source('postgresql') + POST.replace(/\}\n$/, '  @@index([authorId, id])\n}\n')],
    [
      '@@id that begins with it',
      source('postgresql') + POST.replace('@id', '').replace(/\}\n$/, '  @@id(fields: [authorId, id])\n}\n'),
    ],
    [
      'one of a composite key',
      source('postgresql') +
        'model M {\n a Int\n b Int\n n N @relation(fields: [a, b], references: [a, b])\n @@id([b, a])\n}\n',
    ],
    [
      'who did it last',
      source('postgresql') +
        POST.replace(
          'authorId Int\n',
          'authorId Int @unique\n  createdById Int\n by User @relation("b", fields: [createdById], references: [id])\n',
        ),
    ],
  ])('is silent: %s', async (_, text) => {
    expect(await findings({ [at]: text })).toEqual([]);
  });

  it.each([
    ['MySQL without foreign keys', source('mysql', '\n  relationMode = "prisma"') + POST],
    ['only second in an index', source('cockroachdb') + POST.replace(/\}\n$/, '  @@unique([id, authorId])\n}\n')],
    [
      'an index that serves no search',
      source('postgresql') + POST.replace(/\}\n$/, '  @@index([authorId], type: Brin)\n}\n'),
    ],
  ])('speaks: %s', async (_, text) => {
    expect(await findings({ [at]: text })).toMatchObject([expect.stringContaining('require-foreign-key-index/bare')]);
  });

  it('speaks of documents in its own words', async () => {
    expect(await findings({ [at]: source('mongodb') + POST })).toEqual([
      `${at}:6:3-11 require-foreign-key-index/reference`,
    ]);
  });

  it('finds the data source in another file of the schema', async () => {
    expect(await findings({ 'prisma/schema.prisma': source('mysql'), 'prisma/models/post.prisma': POST })).toEqual([]);
    expect(
      await findings({ 'prisma/schema.prisma': source('postgresql'), 'prisma/models/post.prisma': POST }),
    ).toHaveLength(1);
  });

  it('counts an index that a migration makes by hand', async () => {
    const migration = 'CREATE INDEX by_author ON "Post" ("authorId") WHERE "authorId" > 0;';
    expect(
      await findings({
        'prisma/schema.prisma': source('postgresql') + POST,
        'prisma/migrations/20250101000000_init/migration.sql': `CREATE TABLE "Post" (id int primary key, "authorId" int);\n${migration}`,
      }),
    ).toEqual([]);
  });

  it('tells of many columns of one table once', async () => {
    const relation = (name: string): string =>
      `  ${name}Id Int\n  ${name} User @relation("${name}", fields: [${name}Id], references: [id])\n`;
    const text = `${source('postgresql')}model Post {\n  id Int @id\n${['a', 'b', 'c'].map(relation).join('')}}\n`;
    expect(await findings({ [at]: text })).toEqual([`${at}:6:3-6 require-foreign-key-index/many`]);
  });
});

describe('comments that direct the linter, in schema.prisma', () => {
  const directed = (comment: string): string =>
    source('postgresql') + POST.replace('  authorId', `  ${comment}\n  authorId`);

  it.each(['// eslint-disable-next-line backend/require-foreign-key-index -- small', '/// eslint-disable-next-line'])(
    '%s',
    async (comment) => {
      expect(await findings({ 'schema.prisma': directed(comment) })).toEqual([]);
    },
  );

  it('another rule is no matter', async () => {
    expect(
      await findings({ 'schema.prisma': directed('// eslint-disable-next-line backend/no-sql-concat') }),
    ).toContain('schema.prisma:7:3-11 require-foreign-key-index/bare');
  });
});
