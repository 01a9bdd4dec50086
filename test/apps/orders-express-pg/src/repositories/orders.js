// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
'use strict';

const { pool, inTransaction } = require('../db');

async function create(userId, lines) {
  return inTransaction(async (client) => {
    const { rows } = await client.query('INSERT INTO orders (user_id) VALUES ($1) RETURNING id, status, created_at', [userId]);
    const values = lines.map((_, i) => `($1, $${2 * i + 2}, $${2 * i + 3})`).join(', ');
    // ok: no-sql-concat -- placeholders
    await client.query(
      `INSERT INTO order_lines (order_id, product_id, quantity) VALUES ${values}`,
      [rows[0].id, ...lines.flatMap((line) => [line.productId, line.quantity])],
    );
    return rows[0];
  });
}

async function find(userId, id) {
  // ok: no-unpaginated-query
  const { rows } = await pool.query('SELECT id, status, created_at FROM orders WHERE id = $1 AND user_id = $2', [id, userId]);
  return rows[0] ?? null;
}

async function history(userId, { status, limit }) {
  let text = 'SELECT id, status, created_at FROM orders WHERE user_id = $1';
  if (status) text += ` AND status = '${status}'`;
  text += ' ORDER BY created_at DESC LIMIT $2';
  // bad: no-sql-concat
  const { rows } = await pool.query(text, [userId, limit]);
  return rows;
}

async function pay(orderId, cents) {
  const { rows } = await pool.query('INSERT INTO payments (order_id, cents) VALUES ($1, $2) RETURNING id', [orderId, cents]);
  return rows[0];
}

async function cancel(userId, id) {
  const { rowCount } = await pool.query(`UPDATE orders SET status = 'cancelled' WHERE id = $1 AND user_id = $2`, [id, userId]);
  return rowCount === 1;
}

module.exports = { create, find, history, pay, cancel };
