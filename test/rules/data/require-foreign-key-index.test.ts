import { rule } from '../../../src/rules/data/require-foreign-key-index.js';
import { ruleTester } from '../../rule-tester.js';

const drizzle = (columns: string, extras = ''): string =>
  `import { index, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core';
export const posts = pgTable('posts', { id: integer('id').primaryKey(), ${columns} }${extras});`;
const typeorm = (body: string, head = ''): string =>
  `import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
${head}@Entity()
class Post {
  ${body}
}`;
const on = (database: string) => [{ database }];

ruleTester.run('require-foreign-key-index', rule as never, {
  valid: [
    {
      name: 'Drizzle: a leading column of an index',
      code: drizzle(
        "userId: integer('user_id').references(() => users.id)",
        ", (t) => [index('i').on(t.userId, t.id)]",
      ),
    },
    {
      name: 'Drizzle: the whole primary key',
      code: drizzle("userId: integer('user_id').primaryKey().references(() => users.id)"),
    },
    {
      name: 'Drizzle on MySQL',
      code: "import { int, mysqlTable } from 'drizzle-orm/mysql-core';\nmysqlTable('posts', { id: int('id'), userId: int('user_id').references(() => users.id) });",
    },
    { name: 'TypeORM on MySQL', code: typeorm('@ManyToOne(() => User) author: User;'), options: on('mysql') },
    {
      name: 'TypeORM: an index of the class names the relation',
      code: typeorm('@ManyToOne(() => User) author: User;', "@Index(['author', 'id'])\n"),
      options: on('postgres'),
    },
    {
      name: 'MikroORM makes the index itself, but for PostgreSQL',
      code: "import { Entity, ManyToOne } from '@mikro-orm/core';\n@Entity() class Post { @ManyToOne(() => User) author: User; }",
      options: on('sqlite'),
    },
    {
      name: 'Mongoose: a list of references',
      code: "import { Schema } from 'mongoose';\nconst s = new Schema({ tags: { type: [Schema.Types.ObjectId], ref: 'Tag' } });",
    },
  ],
  invalid: [
    {
      name: 'Drizzle',
      code: drizzle("userId: integer('user_id').references(() => users.id)"),
      errors: [
        {
          messageId: 'bare',
          data: { column: 'userId' },
          line: 2,
          suggestions: [
            {
              messageId: 'index',
              data: { code: "index('posts_user_id_idx').on(table.userId)" },
              output: drizzle(
                "userId: integer('user_id').references(() => users.id)",
                ", (table) => [index('posts_user_id_idx').on(table.userId)]",
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'Drizzle: second in a composite key',
      code: drizzle(
        "userId: integer('user_id').references(() => users.id)",
        ', (t) => [primaryKey({ columns: [t.id, t.userId] })]',
      ),
      errors: [
        {
          messageId: 'bare',
          suggestions: [
            {
              messageId: 'index',
              output: drizzle(
                "userId: integer('user_id').references(() => users.id)",
                ", (t) => [primaryKey({ columns: [t.id, t.userId] }), index('posts_user_id_idx').on(t.userId)]",
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'TypeORM',
      code: typeorm("@ManyToOne(() => User) @JoinColumn({ name: 'author_id' }) author: User;"),
      options: on('postgres'),
      errors: [
        {
          messageId: 'bare',
          data: { column: 'author_id' },
          suggestions: [
            {
              messageId: 'index',
              output: typeorm("@Index()\n  @ManyToOne(() => User) @JoinColumn({ name: 'author_id' }) author: User;"),
            },
          ],
        },
      ],
    },
    {
      name: 'Mongoose',
      code: "import { Schema } from 'mongoose';\nconst s = new Schema({ author: { type: Schema.Types.ObjectId, ref: 'User' } });\ns.index({ at: 1, author: 1 });",
      errors: [
        {
          messageId: 'reference',
          data: { column: 'author' },
          suggestions: [
            {
              messageId: 'index',
              output:
                "import { Schema } from 'mongoose';\nconst s = new Schema({ author: { type: Schema.Types.ObjectId, ref: 'User', index: true } });\ns.index({ at: 1, author: 1 });",
            },
          ],
        },
      ],
    },
  ],
});
