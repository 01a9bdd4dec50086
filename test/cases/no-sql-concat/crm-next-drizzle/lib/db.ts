import { drizzle } from 'drizzle-orm/postgres-js';
import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import postgres from 'postgres';

export const contacts = pgTable('contacts', { id: uuid('id').primaryKey(), name: text('name'), city: text('city') });
export const db = drizzle(postgres(process.env.DATABASE_URL!), { schema: { contacts } });
