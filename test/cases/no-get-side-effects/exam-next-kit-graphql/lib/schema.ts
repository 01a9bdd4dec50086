import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const items = pgTable('items', { id: uuid('id').primaryKey(), title: text('title'), views: integer('views').default(0), archived: integer('archived') });
export const subscriptions = pgTable('subscriptions', { email: text('email').primaryKey(), active: integer('active') });
export const auditLogs = pgTable('audit_logs', { id: uuid('id').primaryKey(), action: text('action'), at: timestamp('at') });
export const accounts = pgTable('accounts', { id: uuid('id').primaryKey(), accessToken: text('access_token'), refreshToken: text('refresh_token') });
