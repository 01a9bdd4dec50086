import knexFactory, { Knex } from 'knex';
import { Pool } from 'pg';

export const knex: Knex = knexFactory({ client: 'pg', connection: process.env.DATABASE_URL });
export const pool = new Pool();
