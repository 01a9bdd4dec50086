// @complete: no-unhandled-async-handler
import express from 'express';
import { Pool } from 'pg';
import { EventEmitter } from 'node:events';

const pool = new Pool();
const app = express();
const events = new EventEmitter();

// ok: no-unhandled-async-handler -- Express 5 waits
app.get('/items', async (req, res) => {
  res.json((await pool.query('SELECT id FROM items LIMIT 10')).rows);
});

// bad: no-unhandled-async-handler
// fix: no-unhandled-async-handler
events.on('order', async (order) => {
  await pool.query('UPDATE stock SET n = n - 1 WHERE sku = $1', [order.sku]);
});

// ok: no-unhandled-async-handler
events.on('paid', async (order) => {
  try {
    await pool.query('UPDATE orders SET paid = true WHERE id = $1', [order.id]);
  } catch (error) {
    console.error(error);
  }
});

// ok: no-unhandled-async-handler
events.on('seen', (order) => {
  pool.query('UPDATE orders SET seen = true WHERE id = $1', [order.id]).catch(console.error);
});

// bad: no-unhandled-async-handler
// fix: no-unhandled-async-handler
setInterval(async () => {
  await pool.query('DELETE FROM sessions WHERE expires < now()');
}, 60_000);

const refresh = async () => {
  await pool.query('REFRESH MATERIALIZED VIEW totals');
};
// bad: no-unhandled-async-handler
setInterval(refresh, 60_000);
// ok: no-unhandled-async-handler
setTimeout(() => refresh().catch(console.error), 1_000);
// ok: no-unhandled-async-handler
setTimeout(() => app.emit('late'), 1_000);
