import type { Worker } from 'bullmq';
import pino from 'pino';

const log = pino();

export function observe(worker: Worker): Worker {
  worker.on('failed', (job, err) => log.error({ err, jobId: job?.id }, 'job failed'));
  worker.on('error', (err) => log.error({ err }, 'worker error'));
  return worker;
}
