import { pgTable, text, uuid } from 'drizzle-orm/pg-core';

export const projects = pgTable('projects', { id: uuid('id').primaryKey().defaultRandom(), name: text('name').notNull() });
