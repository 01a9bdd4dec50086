// @complete: no-unpaginated-query
import mysql from 'mysql2/promise';

const pool = mysql.createPool(process.env.MYSQL_URL);

export async function loans() {
  // bad: no-unpaginated-query
  const [rows] = await pool.query('SELECT id, cents FROM loans ORDER BY opened_on');
  return rows;
}

export async function openLoans() {
  const sql = "SELECT id, cents FROM loans WHERE status = 'open'";
  // bad: no-unpaginated-query -- text in a local
  const [rows] = await pool.execute(sql);
  return rows;
}

export async function latest() {
  // ok: no-unpaginated-query
  const [rows] = await pool.execute('SELECT id FROM loans ORDER BY opened_on DESC LIMIT ?', ['20']);
  return rows;
}

export async function ofBorrower(borrowerId) {
  // ok: no-unpaginated-query
  const [rows] = await pool.execute('SELECT id FROM loans WHERE borrower_id = ?', [borrowerId]);
  return rows;
}

export async function steps(status) {
  let sql = 'SELECT id, cents FROM loans';
  if (status) sql += ' WHERE status = ?';
  sql += ' ORDER BY id LIMIT 50';
  // ok: no-unpaginated-query -- the limit is appended
  const [rows] = await pool.query(sql, status ? [status] : []);
  return rows;
}
