// @complete: require-job-failure-handler
import { Worker } from 'bullmq';
import { render, send } from './work';

// bad: require-job-failure-handler
export const mails = new Worker('mails', async (job) => send(job.data));

// bad: require-job-failure-handler
export const pdfs = new Worker('pdfs', render);
pdfs.on('completed', (job) => console.info('done', job.id));

// ok: require-job-failure-handler
export const safe = new Worker('safe', async (job) => {
  try {
    await send(job.data);
  } catch (err) {
    console.error('mail failed', job.id, err);
    throw err;
  }
});
