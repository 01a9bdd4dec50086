// @complete: no-client-per-request
const { PrismaClient } = require('@prisma/client');
const sql = require('mssql');

// ok: no-client-per-request -- kept over hot reloads
const prisma = globalThis.prisma ?? new PrismaClient();
if (process.env.NODE_ENV !== 'production') globalThis.prisma = prisma;

let pool;
async function mssql() {
  if (!pool) {
    // ok: no-client-per-request
    pool = await new sql.ConnectionPool(process.env.MSSQL_URL).connect();
  }
  return pool;
}

module.exports = { prisma, mssql };
