// @complete: require-job-retry-policy
import { Queue } from 'bullmq';
import PgBoss from 'pg-boss';
import { connection } from './redis.js';
import { retries } from './policy.js';

export const renders = new Queue('renders', {
  connection,
  defaultJobOptions: { attempts: 5, backoff: { type: 'exponential', delay: 1_000 } },
});

export const previews = new Queue('previews', { connection, defaultJobOptions: retries });

export const exportsQueue = new Queue('exports', { connection });

export const boss = new PgBoss({ connectionString: process.env.DATABASE_URL });
