// @complete: no-client-per-request
const { Sequelize } = require('sequelize');
const { createClient } = require('@libsql/client');
const sql = require('mssql');

exports.handler = async (event) => {
  // bad: no-client-per-request
  const sequelize = new Sequelize(process.env.DATABASE_URL);
  const [rows] = await sequelize.query('SELECT 1');
  await sequelize.close();
  return { statusCode: 200, body: JSON.stringify(rows) };
};

exports.turso = async () => {
  // bad: no-client-per-request
  const client = createClient({ url: process.env.TURSO_URL });
  return client.execute('SELECT 1');
};

exports.mssql = async () => {
  // bad: no-client-per-request
  const pool = await new sql.ConnectionPool(process.env.MSSQL_URL).connect();
  return pool.request().query('SELECT 1 AS one');
};
