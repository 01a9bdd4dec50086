import { model, Schema } from 'mongoose';
import { pgTable, text } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { PrismaClient } from '@prisma/client';
import pg from 'pg';

export const User = model('User', new Schema({ email: String, password: String, role: String }));
export const users = pgTable('users', { id: text('id').primaryKey(), email: text('email'), passwordHash: text('password_hash') });
export const db = drizzle(postgres(process.env.DATABASE_URL!));
export const prisma = new PrismaClient();
export const pool = new pg.Pool();
