import { Pool } from 'pg';
export const pool = new Pool();
export const isUp = async () => (await pool.query('SELECT 1')).rowCount === 1;
