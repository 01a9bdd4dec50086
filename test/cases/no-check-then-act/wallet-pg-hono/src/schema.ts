import { integer, pgTable, serial, text } from 'drizzle-orm/pg-core';

export const coupons = pgTable('coupons', { id: serial('id').primaryKey(), code: text('code'), used: integer('used') });
export const members = pgTable('members', { id: serial('id').primaryKey(), team: text('team'), user: text('user') });
