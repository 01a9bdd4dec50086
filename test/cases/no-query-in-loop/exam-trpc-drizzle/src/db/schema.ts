import { pgTable, uuid, text, integer, timestamp } from 'drizzle-orm/pg-core';

export const projects = pgTable('projects', { id: uuid('id').primaryKey(), name: text('name').notNull(), ownerId: uuid('owner_id').notNull() });
export const tasks = pgTable('tasks', {
  id: uuid('id').primaryKey(),
  projectId: uuid('project_id').notNull(),
  title: text('title').notNull(),
  position: integer('position').notNull(),
  dueAt: timestamp('due_at'),
});
export const members = pgTable('members', { projectId: uuid('project_id').notNull(), userId: uuid('user_id').notNull() });
