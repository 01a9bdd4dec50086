import { Redis } from 'ioredis';
import mysql from 'mysql2/promise';
import pino from 'pino';

export const log = pino();
export const redis = new Redis(process.env.REDIS_URL!);
export const pool = mysql.createPool(process.env.MYSQL_URL!);

export async function findByCodes(codes: string[]) {
  const [rows] = await pool.query('SELECT code, name FROM products WHERE code IN (?) LIMIT 100', [codes]);
  return rows;
}

export async function cachedRates(currencies: string[]) {
  const key = `rates:${[...currencies].sort().join(',')}`;
  const cached = await redis.get(key);
  if (cached) return JSON.parse(cached);
  const [rows] = await pool.query('SELECT currency, rate FROM rates WHERE currency IN (?) LIMIT 100', [currencies]);
  await redis.set(key, JSON.stringify(rows), 'EX', 60);
  return rows;
}
