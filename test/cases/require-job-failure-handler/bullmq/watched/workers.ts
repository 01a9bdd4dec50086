// @complete: require-job-failure-handler
import { Worker } from 'bullmq';

// ok-cross: require-job-failure-handler
export const mails = new Worker('mails', async (job) => job.data.to);
// ok-cross: require-job-failure-handler
export const pdfs = new Worker('pdfs', async (job) => job.data.page);
