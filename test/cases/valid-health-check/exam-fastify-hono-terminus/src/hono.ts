// @complete: valid-health-check
import { Hono } from 'hono';
import Redis from 'ioredis';
import { knex } from './db.js';

const redis = new Redis(process.env.REDIS_URL!);
const app = new Hono();
let ready = false;
export const markReady = () => {
  ready = true;
};
// ok: valid-health-check
app.get('/live', (c) => c.text('alive'));
// ok: valid-health-check -- a thrown error answers 500
app.get('/ready', async (c) => {
  await Promise.all([knex.raw('select 1'), redis.ping()]);
  return c.json({ ok: true });
});
// ok: valid-health-check -- a start-up flag
app.get('/startup/ready', (c) => (ready ? c.text('ok') : c.text('starting', 503)));

const bad = new Hono();
// bad: valid-health-check
bad.get('/ready', (c) => c.json({ status: 'ready' }));
// bad: valid-health-check
bad.get('/liveness', async (c) => {
  await redis.ping();
  return c.text('alive');
});
export { app, bad };
