// @complete: no-process-exit-in-handler
const { Pool } = require('pg');
const pool = new Pool();

exports.list = async () => {
  try {
    return (await pool.query('SELECT 1')).rows;
  } catch (error) {
    console.error(error);
    // bad-cross: no-process-exit-in-handler
    process.exit(1);
  }
};
exports.connect = async () => {
  try {
    await pool.connect();
  } catch (error) {
    // ok-cross: no-process-exit-in-handler -- at the start
    process.exit(1);
  }
};
