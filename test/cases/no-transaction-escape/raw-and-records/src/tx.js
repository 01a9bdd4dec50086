const { Pool } = require('pg');

const pool = new Pool();

async function withTransaction(work) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    // ok: no-transaction-escape
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

module.exports = { pool, withTransaction };
