import { pgTable, uuid, text, integer } from 'drizzle-orm/pg-core';

export const tickets = pgTable('tickets', { id: uuid('id').primaryKey().defaultRandom(), title: text('title').notNull(), seats: integer('seats').notNull() });
export const events = pgTable('events', { id: uuid('id').primaryKey().defaultRandom(), ticketId: uuid('ticket_id').notNull(), kind: text('kind').notNull() });
