// @complete: require-idempotent-job
import { Router } from 'express';
import { mails, triggerJob } from './queue.js';
import { startReport } from './reports.js';

export const routes = Router();

routes.post('/orders', async (req, res) => {
  // bad: require-idempotent-job
  await mails.add('receipt', { order: req.body.id });
  // ok: require-idempotent-job
  await mails.add('receipt', { order: req.body.id }, { jobId: `receipt-${req.body.id}` });
  // bad: require-idempotent-job
  await mails.add('receipt', { order: req.body.id }, { jobId: crypto.randomUUID() });
  // bad-cross: require-idempotent-job
  await triggerJob('process', { id: req.body.id });
  // ok-cross: require-idempotent-job
  await triggerJob('process', { id: req.body.id }, { jobId: `process-${req.body.id}` });
  await startReport(req.body.day);
  res.sendStatus(202);
});
