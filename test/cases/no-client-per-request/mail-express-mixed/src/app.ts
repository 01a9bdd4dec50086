// @complete: no-client-per-request
import { PrismaClient } from '@prisma/client';
import express from 'express';
import Redis from 'ioredis';
import knex from 'knex';
import { MongoClient } from 'mongodb';
import mysql from 'mysql2/promise';
import postgres from 'postgres';

import { AuditedClient, openPool, poolFor, prisma, reports, sharedRedis } from './clients.js';

const app = express();

app.get('/a', async (_req, res) => {
  // bad: no-client-per-request
  const client = new PrismaClient();
  res.json(await client.mail.count());
});

app.get('/b', async (req, res) => {
  const pool = openPool();
  res.json((await pool.query('SELECT id FROM mails WHERE id = $1', [req.query.id])).rows);
});

app.get('/c', async (_req, res) => {
  // bad: no-client-per-request
  const cache = new Redis(process.env.REDIS_URL!);
  res.send(await cache.get('c'));
});

app.get('/d', async (_req, res) => {
  // bad: no-client-per-request
  const sql = postgres(process.env.DATABASE_URL!);
  res.json(await sql`select 1`);
});

app.get('/e', async (_req, res) => {
  // bad: no-client-per-request
  const connection = await mysql.createConnection(process.env.MYSQL_URL!);
  res.json(await connection.query('SELECT 1'));
});

app.get('/f', async (_req, res) => {
  // bad: no-client-per-request
  const db = knex({ client: 'pg' });
  res.json(await db('mails').first());
});

app.get('/g', async (_req, res) => {
  // bad-cross: no-client-per-request
  const audited = new AuditedClient();
  res.json(await audited.mail.count());
});

app.get('/h', async (req, res) => {
  const rows = await poolFor(String(req.query.tenant)).query('SELECT 1');
  await sharedRedis().set('h', '1', 'EX', 10);
  res.json([rows, await prisma.mail.count(), await reports.query('SELECT 1')]);
});

export async function copyAll(urls: string[]) {
  for (const url of urls) {
    // bad: no-client-per-request
    const client = new MongoClient(url);
    await client.db().collection('mails').countDocuments();
  }
}

app.listen(3000);
