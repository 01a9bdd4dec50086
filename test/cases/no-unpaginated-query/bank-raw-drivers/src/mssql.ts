// @complete: no-unpaginated-query
import sql from 'mssql';

const pool = await new sql.ConnectionPool(process.env.MSSQL_URL!).connect();

export const cards = async () => {
  // bad: no-unpaginated-query
  const found = await pool.request().query('SELECT id, holder FROM cards ORDER BY holder');
  return found.recordset;
};

export const ofStatus = async (status: string) => {
  // bad: no-unpaginated-query
  const found = await pool.request().input('status', sql.VarChar, status).query('SELECT id FROM cards WHERE status = @status');
  return found.recordset;
};

// ok: no-unpaginated-query
export const top = async () => (await pool.request().query('SELECT TOP (50) id, holder FROM cards ORDER BY holder')).recordset;

// ok: no-unpaginated-query
export const page = async (offset: number) =>
  (
    await pool
      .request()
      .input('offset', sql.Int, offset)
      .query('SELECT id FROM cards ORDER BY id OFFSET @offset ROWS FETCH NEXT 50 ROWS ONLY')
  ).recordset;

// ok: no-unpaginated-query
export const count = async () => (await pool.request().query('SELECT COUNT(*) AS n FROM cards')).recordset[0].n;
