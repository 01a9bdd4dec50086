// @complete: no-swallowed-errors
import { drizzle } from 'drizzle-orm/node-postgres';
import Redis from 'ioredis';
import { Pool } from 'pg';
import { logger } from './logger.js';

export const pool = new Pool({ connectionString: process.env.DATABASE_URL });
export const db = drizzle(pool);
export const redis = new Redis(process.env.REDIS_URL ?? '');

// bad: no-swallowed-errors -- a listener that does nothing hides a lost database
pool.on('error', () => {});

// ok: no-swallowed-errors
redis.on('error', (error) => logger.error({ err: error }, 'redis connection failed'));
