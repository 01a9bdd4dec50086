// @complete: no-disabled-tls
import { Client } from '@elastic/elasticsearch';
import axios from 'axios';
import got from 'got';
import Redis from 'ioredis';
import { Kafka } from 'kafkajs';
import knex from 'knex';
import mongoose from 'mongoose';
import mysql from 'mysql2/promise';
import nodemailer from 'nodemailer';
import https from 'node:https';
import tls from 'node:tls';
import pg from 'pg';
import postgres from 'postgres';
import { Sequelize } from 'sequelize';
import { DataSource } from 'typeorm';
import { Agent, setGlobalDispatcher } from 'undici';
import { strict } from './config/tls';

export const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  // bad: no-disabled-tls
  // fix: no-disabled-tls
  ssl: { rejectUnauthorized: false },
});

// ok: no-disabled-tls -- checked against its own authority
export const checked = new pg.Pool({ connectionString: process.env.DATABASE_URL, ssl: strict });

export const sql = postgres(process.env.DATABASE_URL!, {
  // ok: no-disabled-tls
  ssl: 'verify-full',
});

export const kafka = new Kafka({
  clientId: 'pipes',
  brokers: [process.env.KAFKA!],
  // bad: no-disabled-tls
  ssl: { rejectUnauthorized: false },
});

// bad: no-disabled-tls
export const redis = new Redis(process.env.REDIS_URL!, { tls: { rejectUnauthorized: false } });

// bad: no-disabled-tls
export const elastic = new Client({ node: process.env.ELASTIC_URL, tls: { rejectUnauthorized: false } });

export const db = knex({
  client: 'mysql2',
  connection: {
    host: process.env.DB_HOST,
    // bad: no-disabled-tls
    ssl: { rejectUnauthorized: false },
  },
});

// bad: no-disabled-tls
export const sequelize = new Sequelize(process.env.DATABASE_URL!, { dialectOptions: { ssl: { require: true, rejectUnauthorized: false } } });

export const source = new DataSource({
  type: 'postgres',
  url: process.env.DATABASE_URL,
  extra: {
    // bad: no-disabled-tls
    ssl: { rejectUnauthorized: false },
  },
});

export async function connect() {
  // bad: no-disabled-tls
  await mongoose.connect(process.env.MONGO_URL!, { tls: true, tlsAllowInvalidCertificates: true });
  // bad: no-disabled-tls
  await mysql.createConnection({ host: process.env.DB_HOST, ssl: { rejectUnauthorized: false } });
}

export const mail = nodemailer.createTransport({
  host: process.env.SMTP_HOST,
  port: 587,
  // bad: no-disabled-tls
  tls: { rejectUnauthorized: false },
});

// bad: no-disabled-tls
setGlobalDispatcher(new Agent({ connect: { rejectUnauthorized: false } }));

// bad: no-disabled-tls
const agent = new https.Agent({ keepAlive: true, rejectUnauthorized: false });
export const partner = axios.create({ baseURL: process.env.PARTNER_URL, httpsAgent: agent });

export const viaGot = got.extend({
  // bad: no-disabled-tls
  https: { rejectUnauthorized: false },
});

// bad: no-disabled-tls -- TLS 1.0
export const old = tls.createServer({ minVersion: 'TLSv1' });

// bad: no-disabled-tls -- names are never compared
export const anyName = tls.connect({ host: 'db.example.com', port: 5433, checkServerIdentity: () => undefined });

// bad: no-disabled-tls
export const fixedMethod = new https.Agent({ secureProtocol: 'TLSv1_1_method' });

// ok: no-disabled-tls
export const modern = new https.Agent({ minVersion: 'TLSv1.2' });

export function start() {
  // bad: no-disabled-tls
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  // ok: no-disabled-tls
  delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
}
