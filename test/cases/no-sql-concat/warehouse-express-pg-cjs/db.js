'use strict';
// @complete: no-sql-concat
const { Pool } = require('pg');

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

pool.on('error', (err) => console.error('idle client', err));

// ok: no-sql-concat -- the wrapper itself puts nothing together
const query = (text, params) => pool.query(text, params);

async function withClient(work) {
  const client = await pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}

module.exports = { pool, query, withClient };
