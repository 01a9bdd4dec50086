// @complete: require-idempotent-job
import { Queue } from 'bullmq';
import { Hono } from 'hono';

const queue = new Queue('mails', { connection: { host: 'redis' } });

export const app = new Hono();

app.post('/invoices/:id/send', async (c) => {
  const id = c.req.param('id');
  // bad: require-idempotent-job -- a double click sends twice
  await queue.add('mail', { id });
  return c.body(null, 202);
});

app.post('/invoices/:id/remind', async (c) => {
  const id = c.req.param('id');
  // ok: require-idempotent-job
  await queue.add('remind', { id }, { jobId: `remind:${id}` });
  return c.body(null, 202);
});

app.post('/invoices/:id/archive', async (c) => {
  const id = c.req.param('id');
  // bad: require-idempotent-job -- a new id each time
  await queue.add('archive', { id }, { jobId: crypto.randomUUID() });
  return c.body(null, 202);
});
