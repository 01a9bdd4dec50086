// @complete: no-sql-concat
import { Router } from 'express';
import sql from 'mssql';
import { getPool } from './pool.js';

export const employees = Router();

employees.get('/', async (req, res) => {
  const pool = await getPool();
  const department = String(req.query.department);
  // bad-cross: no-sql-concat
  const found = await pool.request().query(`SELECT TOP (100) id, name FROM employees WHERE department = '${department}'`);
  res.json(found.recordset);
});

employees.get('/bound', async (req, res) => {
  const pool = await getPool();
  // ok-cross: no-sql-concat -- named inputs
  const found = await pool
    .request()
    .input('department', sql.NVarChar(80), req.query.department)
    .query('SELECT TOP (100) id, name FROM employees WHERE department = @department');
  res.json(found.recordset);
});

employees.get('/tagged', async (req, res) => {
  // ok: no-sql-concat -- the tag makes parameters
  const found = await sql.query`SELECT TOP (100) id, name FROM employees WHERE city = ${req.query.city}`;
  res.json(found.recordset);
});

employees.get('/called', async (req, res) => {
  // bad: no-sql-concat -- the same function called, not tagged
  const found = await sql.query(`SELECT TOP (100) id, name FROM employees WHERE city = '${req.query.city}'`);
  res.json(found.recordset);
});

employees.get('/top', async (req, res) => {
  const count = Math.min(Number(req.query.count) || 10, 100);
  const request = new sql.Request(await getPool());
  // ok: no-sql-concat -- a number
  const found = await request.query(`SELECT TOP (${count}) id, name FROM employees ORDER BY name`);
  res.json(found.recordset);
});

employees.post('/:id/transfer', async (req, res) => {
  const transaction = new sql.Transaction(await getPool());
  await transaction.begin();
  const request = new sql.Request(transaction);
  request.input('id', sql.Int, Number(req.params.id));
  let set = 'moved_at = SYSUTCDATETIME()';
  if (req.body.department) set += ", department = '" + req.body.department + "'";
  // bad: no-sql-concat
  await request.query(`UPDATE employees SET ${set} WHERE id = @id`);
  // bad: no-sql-concat
  await request.batch('EXEC dbo.Reindex ' + req.body.department);
  await transaction.commit();
  res.sendStatus(204);
});
