// @complete: no-client-per-request
const express = require('express');
const sql = require('mssql');

const app = express();
app.get('/one', async (req, res) => {
  // bad: no-client-per-request
  const pool = await new sql.ConnectionPool(process.env.MSSQL_URL).connect();
  res.json(await pool.request().query('SELECT 1 AS one'));
});
module.exports = app;
