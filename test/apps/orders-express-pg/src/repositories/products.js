// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
'use strict';

const { pool } = require('../db');

const COLUMNS = { name: 'name', price: 'cents', newest: 'created_at DESC' };

/** Every product: the shop window shows them all. */
async function all() {
  // bad: no-unpaginated-query
  // fix: no-unpaginated-query
  const { rows } = await pool.query('SELECT id, name, cents FROM products ORDER BY name');
  return rows;
}

async function search(term) {
  // bad: no-sql-concat
  // fix: no-sql-concat
  const { rows } = await pool.query(`SELECT id, name, cents FROM products WHERE name ILIKE '%${term}%' LIMIT 20`);
  return rows;
}

async function page(sort, limit, offset) {
  const column = COLUMNS[sort] ?? COLUMNS.name;
  // ok: no-sql-concat -- a closed list of columns
  // ok: no-unpaginated-query
  const { rows } = await pool.query(`SELECT id, name, cents FROM products ORDER BY ${column} LIMIT $1 OFFSET $2`, [limit, offset]);
  return rows;
}

async function byIds(ids) {
  // ok: no-sql-concat, no-unpaginated-query
  const { rows } = await pool.query('SELECT id, name, cents, stock FROM products WHERE id = ANY($1)', [ids]);
  return rows;
}

module.exports = { all, search, page, byIds };
