// @complete: no-select-star
import { createPool, type RowDataPacket } from 'mysql2/promise';

const pool = createPool({ uri: process.env.DATABASE_URL });

export async function lastOrders(customer: string) {
  // bad: no-select-star
  const [rows] = await pool.execute<RowDataPacket[]>('SELECT * FROM orders WHERE customer_id = ? ORDER BY id DESC LIMIT 20', [customer]);
  return rows;
}

const JOINED = `
  select o.*, c.name
    from orders o
    join customers c on c.id = o.customer_id
   limit 50`;

export async function joined() {
  // bad: no-select-star -- o.* is every column too
  const [rows] = await pool.query(JOINED);
  return rows;
}

export async function total() {
  // ok: no-select-star -- COUNT(*) reads no column
  const [rows] = await pool.query('SELECT COUNT(*) AS n, SUM(price * quantity) AS cents FROM order_lines');
  return rows;
}

export async function named() {
  // ok: no-select-star
  const [rows] = await pool.query('SELECT id, price * quantity AS cents FROM order_lines LIMIT 20');
  return rows;
}

// ok: no-select-star -- a text that reaches no database
export const help = 'SELECT * FROM orders is what you would write in the console';
