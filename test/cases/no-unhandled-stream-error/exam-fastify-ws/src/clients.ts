// @complete: no-unhandled-stream-error
import { Queue, QueueEvents, Worker } from 'bullmq';
import { Pool } from 'pg';
import { createClient } from 'redis';
import { watch } from './watch.js';

// bad: no-unhandled-stream-error
export const redis = createClient({ url: process.env.REDIS_URL });

// ok: no-unhandled-stream-error
export const sessions = createClient({ url: process.env.REDIS_URL });
sessions.on('error', (error) => console.error(error));

// ok: no-unhandled-stream-error
export const chained = createClient({ url: process.env.REDIS_URL }).on('error', (error) => console.error(error));

// bad: no-unhandled-stream-error -- an idle client's error ends the process
export const pool = new Pool({ connectionString: process.env.DATABASE_URL });

// ok-cross: no-unhandled-stream-error -- watch() listens
export const reporting = new Pool({ connectionString: process.env.REPORTING_URL });
watch(reporting);

const connection = { host: 'redis' };

// bad: no-unhandled-stream-error
export const uploads = new Queue('uploads', { connection });

// bad: no-unhandled-stream-error
export const worker = new Worker('uploads', async (job) => job.data, { connection });

// ok: no-unhandled-stream-error
export const events = new QueueEvents('uploads', { connection });
events.on('error', (error) => console.error(error));
