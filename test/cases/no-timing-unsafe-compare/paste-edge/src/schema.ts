import { pgTable, text } from 'drizzle-orm/pg-core';
export const pages = pgTable('pages', { slug: text('slug').primaryKey(), password: text('password') });
