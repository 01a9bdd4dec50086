// @complete: require-input-validation
import { zValidator } from '@hono/zod-validator';
import { Queue } from 'bullmq';
import { Hono } from 'hono';
import * as v from 'valibot';
import { z } from 'zod';

const app = new Hono();
const reports = new Queue('reports', { connection: { host: 'redis' } });
const Report = v.object({ month: v.string() });

app.post('/reports', async (c) => {
  // bad: require-input-validation
  const body = await c.req.json<{ month: string }>();
  await reports.add('monthly', { month: body.month });
  return c.body(null, 202);
});

app.post('/reports/hono', zValidator('json', z.object({ month: z.string() })), async (c) => {
  // ok: require-input-validation
  const body = c.req.valid('json');
  await reports.add('monthly', { month: body.month });
  return c.body(null, 202);
});

app.post('/reports/valibot', async (c) => {
  // ok: require-input-validation
  const body = v.parse(Report, await c.req.json());
  await reports.add('monthly', body);
  return c.body(null, 202);
});

export default app;
