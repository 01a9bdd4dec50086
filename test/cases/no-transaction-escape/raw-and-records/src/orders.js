// @complete: no-transaction-escape
const { pool, withTransaction } = require('./tx');

async function place(sku) {
  await withTransaction(async (client) => {
    // ok: no-transaction-escape
    await client.query('INSERT INTO orders (sku) VALUES ($1)', [sku]);
    // bad-cross: no-transaction-escape
    await pool.query('UPDATE stock SET left = left - 1 WHERE sku = $1', [sku]);
  });
}

async function loose(sku) {
  // bad: no-transaction-escape -- each statement goes to another connection
  await pool.query('BEGIN');
  // ok: no-transaction-escape
  await pool.query('INSERT INTO orders (sku) VALUES ($1)', [sku]);
  // ok: no-transaction-escape
  await pool.query('COMMIT');
}

async function byHand(sku) {
  const client = await pool.connect();
  try {
    // ok: no-transaction-escape
    await client.query('BEGIN');
    await client.query('INSERT INTO orders (sku) VALUES ($1)', [sku]);
    // bad: no-transaction-escape
    // fix: no-transaction-escape
    await pool.query('UPDATE stock SET left = left - 1 WHERE sku = $1', [sku]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

module.exports = { place, loose, byHand };
