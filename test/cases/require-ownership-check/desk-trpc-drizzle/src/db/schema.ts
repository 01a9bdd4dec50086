import { pgTable, text, uuid } from 'drizzle-orm/pg-core';

export const projects = pgTable('projects', { id: uuid('id').primaryKey(), ownerId: uuid('owner_id').notNull(), name: text('name') });
export const tasks = pgTable('tasks', { id: uuid('id').primaryKey(), projectId: uuid('project_id').notNull(), title: text('title') });
export const posts = pgTable('posts', { id: uuid('id').primaryKey(), authorId: uuid('author_id').notNull(), body: text('body') });
export const members = pgTable('members', { id: uuid('id').primaryKey(), projectId: uuid('project_id').notNull(), userId: uuid('user_id').notNull() });
