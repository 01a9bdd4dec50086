import { integer, pgTable, serial, text } from 'drizzle-orm/pg-core';

export const orders = pgTable('orders', { id: serial('id').primaryKey(), status: text('status') });
export const lines = pgTable('lines', { id: serial('id').primaryKey(), orderId: integer('order_id') });
export const auditLogs = pgTable('audit_logs', { id: serial('id').primaryKey(), orderId: integer('order_id') });
export const settings = pgTable('settings', { id: serial('id').primaryKey(), theme: text('theme') });
