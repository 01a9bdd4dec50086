'use strict';
// @complete: no-sql-concat
const { Client } = require('pg');
const { pool } = require('../db');

async function history(sku, since) {
  let sql = 'SELECT at, actor, delta FROM audit WHERE sku = $1';
  if (since) {
    sql += " AND at > '" + since + "'";
  }
  sql += ' ORDER BY at DESC LIMIT 200';
  // bad-cross: no-sql-concat -- += of a caller's value
  const { rows } = await pool.query(sql, [sku]);
  return rows;
}

async function historySafe(sku, since) {
  const params = [sku];
  let sql = 'SELECT at, actor, delta FROM audit WHERE sku = $1';
  if (since) {
    params.push(since);
    sql += ` AND at > $${params.length}`;
  }
  sql += ' ORDER BY at DESC LIMIT 200';
  // ok-cross: no-sql-concat
  const { rows } = await pool.query(sql, params);
  return rows;
}

async function purge(actor) {
  const client = await pool.connect();
  try {
    // bad-cross: no-sql-concat -- a checked-out client
    // fix: no-sql-concat
    await client.query(`DELETE FROM audit WHERE actor = '${actor}'`);
  } finally {
    client.release();
  }
}

async function listen(channel, handler) {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  client.on('notification', (n) => handler(n.payload));
  // ok: no-sql-concat
  await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
}

async function lastActor(conn, sku) {
  // bad: no-sql-concat -- whatever conn is, it is sent SQL
  const { rows } = await conn.query("SELECT actor FROM audit WHERE sku = '" + sku + "' ORDER BY at DESC LIMIT 1");
  return rows[0];
}

// ok: no-sql-concat -- looks like SQL, reaches a log
function describe(actor, table) {
  console.log(`SELECT from ${table} where actor = ${actor} took too long`);
}

module.exports = { history, historySafe, purge, listen, lastActor, describe };
