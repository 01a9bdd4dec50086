import { PrismaClient } from '@prisma/client';
import knexFactory from 'knex';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, serial, text } from 'drizzle-orm/pg-core';
import { DataTypes, Model, Sequelize } from 'sequelize';

export const prisma = new PrismaClient();
export const knex = knexFactory({ client: 'pg', connection: process.env.DATABASE_URL });
export const pool = new Pool({ connectionString: process.env.DATABASE_URL });
export const kysely = new Kysely<{ accounts: { id: number; name: string; owner: string } }>({ dialect: new PostgresDialect({ pool }) });
export const drizzleDb = drizzle(pool);
export const accounts = pgTable('accounts', { id: serial('id').primaryKey(), name: text('name'), owner: text('owner') });

const sequelize = new Sequelize(process.env.DATABASE_URL!);
export class Ticket extends Model {}
Ticket.init({ title: DataTypes.STRING, assignee: DataTypes.STRING }, { sequelize });
