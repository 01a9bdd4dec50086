import { PrismaClient } from '@prisma/client';
import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, uuid } from 'drizzle-orm/pg-core';
import knexFactory from 'knex';
import pg from 'pg';

export const prisma = new PrismaClient();
export const knex = knexFactory({ client: 'pg' });
export const db = drizzle(new pg.Pool());
export const carts = pgTable('carts', { id: uuid('id').primaryKey() });
export type Db = typeof db;
