import { PassThrough, Readable } from 'node:stream';
import { report } from '../../src/cli/report.js';
import plugin from '../../src/index.js';
import type { CliPlugin } from '../../src/cli/plugin.js';
import type { EndpointEntry, Practice, Survey } from '../../src/survey/document.js';
import { makeProject } from '../cli/bin.js';

export const SECRET = ['sk', 'live', '4eC39HqLyjWDarjtT1zdp7dcXyZ'].join('_');

/** A small shop on Express 5: routes behind a login and before it, with every kind of thing that the survey lists. */
export const SHOP: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    name: 'shop',
    dependencies: {
      express: '5.1.0',
      pg: '8.16.0',
      zod: '3.25.0',
      jsonwebtoken: '9.0.2',
      ioredis: '5.6.0',
      bullmq: '5.0.0',
      stripe: '18.0.0',
    },
  }),
  'src/db.ts': `import { Pool } from 'pg';
export const pool = new Pool({ connectionString: process.env.DATABASE_URL });
pool.on('error', (error) => console.error(error));
`,
  'src/auth.ts': `import jwt from 'jsonwebtoken';
import type { NextFunction, Request, Response } from 'express';
export function requireUser(req: Request, res: Response, next: NextFunction) {
  const header = req.headers.authorization ?? '';
  res.locals.user = jwt.verify(header.slice(7), process.env.JWT_SECRET!, { algorithms: ['HS256'] });
  next();
}
`,
  'src/cache.ts': `import Redis from 'ioredis';
export const redis = new Redis(process.env.REDIS_URL!);
export const cachedPrice = async (sku: string) => redis.get(\`price:\${sku}\`);
`,
  'src/jobs.ts': `import { Queue } from 'bullmq';
export const mails = new Queue('mails', { connection: {} });
`,
  'src/orders.ts': `import { pool } from './db.js';
export async function createOrder(sku: string, count: number) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query('INSERT INTO orders (sku) VALUES ($1) RETURNING id', [sku]);
    await client.query('INSERT INTO order_lines (order_id, count) VALUES ($1, $2)', [rows[0].id, count]);
    await client.query('COMMIT');
    return rows[0];
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
export async function allOrders() {
  const { rows } = await pool.query('SELECT id, sku FROM orders ORDER BY id');
  return rows;
}
`,
  'src/app.ts': `import express from 'express';
import { z } from 'zod';
import { requireUser } from './auth.js';
import { cachedPrice } from './cache.js';
import { mails } from './jobs.js';
import { allOrders, createOrder } from './orders.js';

const stripeKey = '${SECRET}';
const Order = z.object({ sku: z.string(), count: z.number().int() });
const app = express();
app.use(express.json());
app.get('/health', (_req, res) => void res.json({ ok: true }));
app.get('/prices/:sku', async (req, res) => void res.json(await cachedPrice(req.params.sku)));
app.use(requireUser);
app.get('/orders', async (_req, res) => void res.json(await allOrders()));
app.post('/orders', async (req, res) => {
  const { sku, count } = Order.parse(req.body);
  res.status(201).json(await createOrder(sku, count));
});
app.get('/rates', async (_req, res) => {
  const answer = await fetch('https://rates.example.com/v1?key=' + stripeKey);
  res.json(await answer.json());
});
app.post('/mails', async (req, res) => {
  await mails.add('welcome', { to: req.body.to });
  res.status(202).end();
});
app.use((error: Error, _req: express.Request, res: express.Response, _next: express.NextFunction) => {
  console.error(error);
  res.status(500).json({ title: 'Internal Server Error' });
});
app.listen(3000);
`,
};

/** What `backend-lint report` prints on stdout, run in this process over the plugin's sources. */
export async function runReport(cwd: string, args: readonly string[]): Promise<string> {
  const stdout = new PassThrough();
  const chunks: string[] = [];
  stdout.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  const stderr = new PassThrough();
  stderr.resume();
  await report(args, plugin as unknown as CliPlugin, { cwd, env: {}, stdin: Readable.from([]), stdout, stderr });
  return chunks.join('');
}

export const surveyOf = async (files: Readonly<Record<string, string>>): Promise<Survey> =>
  JSON.parse(await runReport(makeProject(files), ['--json'])) as Survey;

export function endpointOf(survey: Survey, method: string, path: string): EndpointEntry {
  const found = survey.endpoints.find((endpoint) => endpoint.method === method && endpoint.path === path);
  if (!found) throw new Error(`no ${method} ${path} among ${survey.endpoints.map(({ id }) => id).join(', ')}`);
  return found;
}

/** `yes`, `no`, … and `no!` where a finding says so. */
export function stateOf(survey: Survey, method: string, path: string, practice: Practice): string {
  const { state, findings } = endpointOf(survey, method, path).practices[practice];
  return findings.length > 0 ? `${state}!` : state;
}
