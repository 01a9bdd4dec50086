import express from 'express';
import { openReport } from './connect.js';
import { getReplica, limiterFor, webhookLimiter } from './limits.js';

const app = express();

app.use(async (req, _res, next) => {
  await (await limiterFor(String(req.headers['x-plan']))).take(req.ip ?? '');
  next();
});

app.post('/hooks', async (req, res) => {
  await (await webhookLimiter()).take(req.ip ?? '');
  res.status(202).end();
});

app.get('/orders', async (_req, res) => {
  const { rows } = await getReplica().query('SELECT id FROM orders ORDER BY id LIMIT 20');
  res.json(rows);
});

app.get('/report', async (_req, res) => {
  const report = openReport(process.env.REPORT_URL!);
  const { rows } = await report.query('SELECT count(*) FROM orders');
  res.json(rows);
});

app.listen(3000);
