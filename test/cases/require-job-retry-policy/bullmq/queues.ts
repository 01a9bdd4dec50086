// @complete: require-job-retry-policy
import { Queue } from 'bullmq';

const connection = { host: process.env.REDIS_HOST };

// ok: require-job-retry-policy
export const mail = new Queue('mail', { connection });
export const reports = new Queue('reports', {
  connection,
  // ok: require-job-retry-policy
  defaultJobOptions: { attempts: 5, backoff: { type: 'exponential', delay: 1000 }, removeOnComplete: true },
});
export const images = new Queue('images', {
  connection,
  // bad: require-job-retry-policy
  // fix: require-job-retry-policy
  defaultJobOptions: { attempts: 5, removeOnComplete: true },
});
