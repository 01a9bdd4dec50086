import { createClient } from '@supabase/supabase-js';
import knexFactory from 'knex';
import { createPool } from 'mysql2/promise';

export const knex = knexFactory({ client: 'pg', connection: process.env.DATABASE_URL });
export const supabase = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_KEY!);
export const pool = createPool({ uri: process.env.MYSQL_URL });
