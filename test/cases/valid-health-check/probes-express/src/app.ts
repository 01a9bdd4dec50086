// @complete: valid-health-check
import express from 'express';
import Fastify from 'fastify';
import { Hono } from 'hono';
import Redis from 'ioredis';
import { isUp, pool } from './db.js';

const app = express();
const redis = new Redis();

// bad: valid-health-check
app.get('/ready', (req, res) => {
  res.json({ status: 'ok' });
});
// bad: valid-health-check
app.get('/readyz', async (req, res) => {
  try {
    await pool.query('SELECT 1');
    res.json({ db: true });
  } catch {
    res.json({ db: false });
  }
});
// ok: valid-health-check
app.get('/health/ready', async (req, res) => {
  try {
    await pool.query('SELECT 1');
    res.sendStatus(200);
  } catch {
    res.sendStatus(503);
  }
});
// ok-cross: valid-health-check -- an error is a 500
app.get('/readiness', async (req, res) => {
  await isUp();
  res.sendStatus(200);
});
// bad-cross: valid-health-check
app.get('/livez', async (req, res) => {
  res.sendStatus((await isUp()) ? 200 : 503);
});
// bad: valid-health-check
app.get('/health/live', async (req, res) => {
  await redis.ping();
  res.sendStatus(200);
});
// ok: valid-health-check
app.get('/live', (req, res) => {
  res.send('ok');
});
// ok: valid-health-check -- neither
app.get('/health', (req, res) => {
  res.json({ status: 'ok' });
});
// ok: valid-health-check -- neither
app.get('/healthz', async (req, res) => {
  await pool.query('SELECT 1');
  res.sendStatus(200);
});

let isReady = false;
setTimeout(() => (isReady = true), 1000);
// ok: valid-health-check -- a flag
Fastify().get('/ready', async (request, reply) => {
  if (!isReady) return reply.code(503).send({ ready: false });
  return { ready: true };
});
// bad: valid-health-check
Fastify().get('/ready', async () => ({ status: 'ok' }));
// bad: valid-health-check
new Hono().get('/readyz', (c) => c.json({ ok: true, at: Date.now() }));
