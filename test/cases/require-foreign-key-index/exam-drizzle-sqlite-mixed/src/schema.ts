// @complete: require-foreign-key-index
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';

export const authors = sqliteTable('authors', { id: integer('id').primaryKey(), name: text('name').notNull() });

export const books = sqliteTable('books', {
  id: integer('id').primaryKey(),
  // bad: require-foreign-key-index
  // fix: require-foreign-key-index
  authorId: integer('author_id').notNull().references(() => authors.id, { onDelete: 'cascade' }),
  title: text('title').notNull(),
});

export const chapters = sqliteTable(
  'chapters',
  {
    id: integer('id').primaryKey(),
    // ok: require-foreign-key-index -- an index of its own
    bookId: integer('book_id').notNull().references(() => books.id),
    // bad: require-foreign-key-index -- only second in the composite index
    editorId: integer('editor_id').references(() => authors.id),
    number: integer('number').notNull(),
  },
  (table) => [index('chapters_book_idx').on(table.bookId, table.editorId)],
);

export const covers = sqliteTable('covers', {
  // ok: require-foreign-key-index -- unique is an index
  bookId: integer('book_id').unique().references(() => books.id),
  url: text('url'),
});

export const bookTags = sqliteTable(
  'book_tags',
  {
    // ok: require-foreign-key-index -- leads the primary key
    bookId: integer('book_id').notNull().references(() => books.id),
    // bad: require-foreign-key-index
    tagId: integer('tag_id').notNull().references(() => tags.id),
  },
  (table) => [primaryKey({ columns: [table.bookId, table.tagId] })],
);

export const tags = sqliteTable(
  'tags',
  {
    id: integer('id').primaryKey(),
    // ok: require-foreign-key-index
    parentId: integer('parent_id').references((): AnySQLiteColumn => tags.id),
    label: text('label'),
  },
  (table) => ({ byParent: uniqueIndex('tags_parent').on(table.parentId, table.label) }),
);

export const profiles = sqliteTable('profiles', {
  // ok: require-foreign-key-index -- the primary key itself
  authorId: integer('author_id').primaryKey().references(() => authors.id),
});
