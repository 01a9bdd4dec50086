import mysql from 'mysql2/promise';

const pool = mysql.createPool(process.env.MYSQL_URL ?? '');

export async function countOrders(): Promise<number> {
  const [rows] = await pool.query('SELECT count(*) AS n FROM orders');
  return (rows as { n: number }[])[0].n;
}
