import { drizzle } from 'drizzle-orm/libsql';
import { sqliteTable, text, integer } from 'drizzle-orm/sqlite-core';

export const members = sqliteTable('members', { id: text('id').primaryKey(), email: text('email').notNull().unique(), points: integer('points').notNull() });
export const seats = sqliteTable('seats', { id: text('id').primaryKey(), roomId: text('room_id').notNull(), position: integer('position').notNull() });
export const rooms = sqliteTable('rooms', { id: text('id').primaryKey(), name: text('name').notNull() });
export const db = drizzle({ connection: { url: process.env.TURSO_URL! } });
