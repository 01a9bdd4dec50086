// @complete: require-job-retry-policy
import { FlowProducer } from 'bullmq';
import { Router } from 'express';
import PQueue from 'p-queue';
import { mail, reports } from './queues.js';

const limiter = new PQueue({ concurrency: 2 });
export const orders = Router();
export const flows = new FlowProducer();

orders.post('/orders', async (req, res) => {
  // bad-cross: require-job-retry-policy
  // fix: require-job-retry-policy
  await mail.add('receipt', { to: req.body.email });
  // bad-cross: require-job-retry-policy
  // fix: require-job-retry-policy
  await mail.add('receipt', { to: req.body.email }, { delay: 1000 });
  // bad: require-job-retry-policy
  // fix: require-job-retry-policy
  await mail.add('receipt', { to: req.body.email }, { attempts: 3 });
  // bad: require-job-retry-policy
  await mail.add('receipt', {}, { attempts: Infinity, backoff: 1000 });
  // ok: require-job-retry-policy
  await mail.add('receipt', {}, { attempts: 3, backoff: { type: 'exponential', delay: 500 } });
  // ok: require-job-retry-policy
  await mail.add('digest', {}, { repeat: { pattern: '0 7 * * *' } });
  // ok: require-job-retry-policy
  await mail.add('once', {}, { attempts: 1 });
  // ok-cross: require-job-retry-policy
  await reports.add('daily', { day: req.body.day });
  // ok: require-job-retry-policy
  await limiter.add(() => fetch('https://example.com'));
  // bad-cross: require-job-retry-policy
  await mail.addBulk([{ name: 'a', data: {} }]);
  // ok: require-job-retry-policy
  await mail.addBulk([{ name: 'a', data: {}, opts: { attempts: 3, backoff: 500 } }]);
  res.sendStatus(202);
});

export const enqueue = (name: string, data: object, options: object) =>
  // ok: require-job-retry-policy
  mail.add(name, data, options);
