// @complete: no-disabled-tls
import fs from 'node:fs';
import https from 'node:https';
import tls from 'node:tls';
import axios from 'axios';
import nodemailer from 'nodemailer';
import { Pool } from 'pg';
import sql from 'mssql';

// bad: no-disabled-tls
// fix: no-disabled-tls
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';

// bad: no-disabled-tls
// fix: no-disabled-tls
export const agent = new https.Agent({ keepAlive: true, rejectUnauthorized: false });

export const pool = new Pool({
  connectionString: process.env.DATABASE_URL,
  // bad: no-disabled-tls
  // fix: no-disabled-tls
  ssl: { rejectUnauthorized: false },
});

// bad: no-disabled-tls
// fix: no-disabled-tls
export const ledger = axios.create({ httpsAgent: new https.Agent({ rejectUnauthorized: false }) });

export const mail = nodemailer.createTransport({
  host: 'mail.example.com',
  // bad: no-disabled-tls
  tls: { rejectUnauthorized: false },
});

// bad: no-disabled-tls
// fix: no-disabled-tls
export const old = tls.connect({ host: 'pay.example.com', port: 443, minVersion: 'TLSv1' });

// bad: no-disabled-tls
export const method = tls.connect({ host: 'pay.example.com', port: 443, secureProtocol: 'TLSv1_1_method' });

// bad: no-disabled-tls
export const nameless = tls.connect({ host: 'pay.example.com', port: 443, checkServerIdentity: () => undefined });

export const db = sql.connect({
  server: 'db.example.com',
  // bad: no-disabled-tls
  options: { encrypt: true, trustServerCertificate: true },
});
