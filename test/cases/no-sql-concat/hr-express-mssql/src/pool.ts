import sql from 'mssql';

let pool: Promise<sql.ConnectionPool> | undefined;

export const getPool = () => (pool ??= new sql.ConnectionPool(process.env.MSSQL_URL!).connect());
