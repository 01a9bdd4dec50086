// @complete: no-unhandled-stream-error
import { Queue, QueueEvents, Worker } from 'bullmq';
import { Pool } from 'pg';

const connection = { host: process.env.REDIS_HOST };

// bad: no-unhandled-stream-error
export const thumbnails = new Queue('thumbnails', { connection });
// ok-cross: no-unhandled-stream-error -- main.ts listens
export const mails = new Queue('mails', { connection });

export function startWorker() {
  // bad: no-unhandled-stream-error
  const worker = new Worker('thumbnails', async () => {}, { connection });
  worker.on('failed', (job, error) => console.error(job?.id, error));
}

export class Mailer {
  // ok: no-unhandled-stream-error
  private readonly worker = new Worker('mails', async () => {}, { connection });
  // bad: no-unhandled-stream-error
  private readonly events = new QueueEvents('mails', { connection });

  constructor() {
    this.worker.on('error', (error) => console.error(error));
    this.events.on('completed', ({ jobId }) => console.log(jobId));
  }
}

export class Notifications {
  private pool = new Pool().on('error', (error) => console.error(error));

  async listen() {
    // bad: no-unhandled-stream-error -- a checked-out client has listeners of its own
    const client = await this.pool.connect();
    client.on('notification', (message) => console.log(message.payload));
    await client.query('LISTEN jobs');
  }

  async count() {
    // ok: no-unhandled-stream-error -- back in a moment
    const client = await this.pool.connect();
    try {
      return await client.query('SELECT count(*) FROM jobs');
    } finally {
      client.release();
    }
  }
}
