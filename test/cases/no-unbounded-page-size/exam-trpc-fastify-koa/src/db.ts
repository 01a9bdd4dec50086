import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import mongoose from 'mongoose';
import pg from 'pg';

export const pool = new pg.Pool();
export const posts = pgTable('posts', { id: uuid('id').primaryKey(), title: text('title').notNull() });
export const db = drizzle(pool);
export const Comment = mongoose.model('Comment', new mongoose.Schema({ text: String }));
