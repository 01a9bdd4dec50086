// @complete: no-disabled-tls
import pg from 'pg';
import mysql from 'mysql2/promise';
import postgres from 'postgres';
import createKnex from 'knex';
import { DataSource } from 'typeorm';
import { Sequelize } from 'sequelize';
import { MongoClient } from 'mongodb';
import Redis from 'ioredis';
import { strict } from './tls';

// bad: no-disabled-tls
// fix: no-disabled-tls
export const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, ssl: { rejectUnauthorized: false } });
// ok-cross: no-disabled-tls
export const pool2 = new pg.Pool({ connectionString: process.env.DATABASE_URL, ssl: strict });
// ok: no-disabled-tls
export const pool3 = new pg.Pool({ connectionString: process.env.DATABASE_URL, ssl: true });

// bad: no-disabled-tls
export const my = mysql.createPool({ uri: process.env.MYSQL_URL, ssl: { rejectUnauthorized: false } });

export const ds = new DataSource({
  type: 'postgres',
  url: process.env.DATABASE_URL,
  // bad: no-disabled-tls
  ssl: process.env.NODE_ENV === 'production' ? { rejectUnauthorized: false } : false,
});

export const sequelize = new Sequelize(process.env.DATABASE_URL!, {
  dialect: 'postgres',
  // bad: no-disabled-tls
  dialectOptions: { ssl: { require: true, rejectUnauthorized: false } },
});

export const knex = createKnex({
  client: 'pg',
  // ok: no-disabled-tls
  connection: { connectionString: process.env.DATABASE_URL, ssl: { rejectUnauthorized: true } },
});

// bad: no-disabled-tls
export const sql = postgres(process.env.DATABASE_URL!, { ssl: { rejectUnauthorized: false } });

// bad: no-disabled-tls
export const mongo = new MongoClient(process.env.MONGO_URL!, { tls: true, tlsAllowInvalidCertificates: true });

// bad: no-disabled-tls
export const redis = new Redis(process.env.REDIS_URL!, { tls: { rejectUnauthorized: false } });
// ok: no-disabled-tls
export const redis2 = new Redis(process.env.REDIS_URL!, { tls: {} });
// ok: no-disabled-tls -- only a developer's machine
export const local = process.env.NODE_ENV === 'development' ? new Redis(process.env.REDIS_URL!, { tls: { rejectUnauthorized: false } }) : new Redis(process.env.REDIS_URL!, { tls: {} });
