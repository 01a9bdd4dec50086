import pg, { Client, Pool } from 'pg';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, password: process.env.PGPASSWORD });
const client = new Client({ password: process.env.PGPASSWORD });
const other = new pg.Pool();

export const all = async () => (await pool.query('SELECT id, name FROM users')).rows;
export const page = (after: number) => pool.query('SELECT id FROM users WHERE id > $1 ORDER BY id LIMIT 50', [after]);
export const one = async (id: number) => (await client.query('SELECT id FROM users WHERE id = $1', [id])).rows[0];
export const total = () => other.query('SELECT count(*) FROM users');
export const named = (id: number) =>
  pool.query({ name: 'user', text: 'SELECT id FROM users WHERE id = $1', values: [id] });
export async function write(id: number, name: string) {
  await pool.query('INSERT INTO users (name) VALUES ($1)', [name]);
  await pool.query('UPDATE users SET name = $2 WHERE id = $1', [id, name]);
  await pool.query('DELETE FROM users WHERE id = $1', [id]);
  await pool.query('DELETE FROM sessions');
}
export async function move(id: number) {
  const held = await pool.connect();
  try {
    await held.query('BEGIN');
    await held.query('UPDATE users SET team_id = 2 WHERE id = $1', [id]);
    await held.query('COMMIT');
  } catch (error) {
    await held.query('ROLLBACK');
    throw error;
  } finally {
    held.release();
  }
}
