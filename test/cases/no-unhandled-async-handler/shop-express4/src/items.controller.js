// @complete: no-unhandled-async-handler
const { Pool } = require('pg');
const pool = new Pool();

exports.list = async (req, res) => {
  const { rows } = await pool.query('SELECT id FROM items LIMIT 10');
  res.json(rows);
};
exports.safe = async (req, res, next) => {
  try {
    res.json((await pool.query('SELECT id FROM items LIMIT 1')).rows[0]);
  } catch (error) {
    next(error);
  }
};
class Stock {
  async count(req, res) {
    res.json((await pool.query('SELECT count(*) FROM items')).rows);
  }
}
exports.stock = new Stock();
